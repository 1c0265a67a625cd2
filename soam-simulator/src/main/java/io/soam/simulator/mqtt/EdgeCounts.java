package io.soam.simulator.mqtt;

/**
 * What became of the messages of a buffer: {@code added = acknowledged + dropped + waiting}.
 *
 * @param added including those restored from a file
 * @param acknowledged by the broker
 * @param dropped because the buffer was full
 * @param waiting including the one that is under way
 */
record EdgeCounts(long added, long acknowledged, long dropped, int waiting) {

    @Override
    public String toString() {
        return "added=%d acknowledged=%d dropped=%d waiting=%d"
                .formatted(added, acknowledged, dropped, waiting);
    }
}
