package io.soam.domain.schema;

/**
 * What observers remember of earlier messages: which there were, and the newest time of each
 * sensor. It takes about 6 MiB however many messages and sensors there are, and forgets the rest.
 */
public final class ObserverMemory {

    private static final int MESSAGES_POWER = 19;
    private static final int SENSORS_POWER = 16;

    private final RecentMessages recent = new RecentMessages(MESSAGES_POWER);
    private final SensorClocks clocks = new SensorClocks(SENSORS_POWER);
    private final MessageValues values = new MessageValues();

    RecentMessages recent() {
        return recent;
    }

    SensorClocks clocks() {
        return clocks;
    }

    /** Room for the values of the message that is being observed. */
    MessageValues values() {
        return values;
    }
}
