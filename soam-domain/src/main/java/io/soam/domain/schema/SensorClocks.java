package io.soam.domain.schema;

/**
 * The newest time that each sensor has given, as far as memory goes: a table with one place per
 * hash, in which another sensor may take the place. Nothing can be said of a sensor that has lost
 * its place, nor of a message that was received before the one that is remembered.
 */
final class SensorClocks {

    /** What can be said of the order of a message. */
    enum Order {
        UNKNOWN,
        FORWARDS,
        BACKWARDS
    }

    private final long[] sensors;
    private final long[] times;
    private final long[] received;

    /**
     * @param powerOfTwo how many places, as power of two
     */
    SensorClocks(int powerOfTwo) {
        sensors = new long[1 << powerOfTwo];
        times = new long[1 << powerOfTwo];
        received = new long[1 << powerOfTwo];
    }

    Order compare(long sensor, long eventTime, long receivedAt) {
        long known = sensor == 0 ? 1 : sensor;
        int place = (int) Hashes.of(known) & (sensors.length - 1);
        if (sensors[place] != known) {
            sensors[place] = known;
            times[place] = eventTime;
            received[place] = receivedAt;
            return Order.UNKNOWN;
        }
        if (receivedAt < received[place]) {
            return Order.UNKNOWN;
        }
        boolean backwards = eventTime < times[place];
        times[place] = Math.max(times[place], eventTime);
        received[place] = receivedAt;
        return backwards ? Order.BACKWARDS : Order.FORWARDS;
    }
}
