package io.soam.ingestion.mqtt;

/**
 * Tells a broker that has stopped delivering from one that has nothing to deliver.
 *
 * <p>Brokers have been seen to go idle under load while the connection stays open (HiveMQ CE with
 * shared subscriptions). A source that used to bring at least one message a second and has brought
 * none for a minute is taken to be stalled, once: a sender that was really switched off costs one
 * reconnection.
 */
final class StallWatch {

    /** How often {@link #stalled} is to be called. */
    static final int TICK_SECONDS = 10;

    private static final int SILENT_TICKS = 6;
    private static final long BUSY_MESSAGES = TICK_SECONDS;
    private static final double MOSTLY = 0.5;
    private static final double MEMORY = 0.9;

    /** Share of the last minutes in which it was busy, 0 to 1. */
    private double busy;

    private long lastCount;
    private int silent;

    /**
     * Whether the source should be connected again.
     *
     * @param count messages that it has ever brought
     */
    synchronized boolean stalled(long count) {
        long brought = count - lastCount;
        lastCount = count;
        if (brought > 0) {
            silent = 0;
            busy = busy * MEMORY + (brought >= BUSY_MESSAGES ? 1 - MEMORY : 0);
            return false;
        }
        silent++;
        if (busy >= MOSTLY && silent >= SILENT_TICKS) {
            busy = 0;
            return true;
        }
        return false;
    }
}
