package io.soam.ingestion.mqtt;

/**
 * Tells when to subscribe once more because nothing comes.
 *
 * <p>HiveMQ CE (2025.5) that was killed keeps marks at messages of a shared subscription that it
 * had sent to someone; from then on it believes that somebody is being served, and hands out what
 * is published only when a member subscribes or connects. Subscribing again costs one packet and
 * changes nothing where all is well, so it is done soon and then ever more seldom, as long as
 * nothing comes.
 */
final class SilentSubscription {

    /** Of {@link StallWatch#TICK_SECONDS} each. */
    private static final int LONGEST_PAUSE = 6;

    private long lastCount;
    private int silent;
    private int due = 1;

    /**
     * Whether to subscribe again now; called at every tick.
     *
     * @param count messages that have ever come
     */
    synchronized boolean isDue(long count) {
        if (count != lastCount) {
            lastCount = count;
            silent = 0;
            due = 1;
            return false;
        }
        silent++;
        if (silent < due) {
            return false;
        }
        due = silent + Math.min(silent, LONGEST_PAUSE);
        return true;
    }
}
