package io.soam.replicas.control;

/**
 * The right to do something alone, for some seconds at a time.
 *
 * <p>Its owner must ask {@link #isValid()} before whatever nobody else may do meanwhile. That goes
 * by this server's own clock and ends earlier than the database lets another server take it over;
 * so whoever was cut off, or slept, does nothing after it has a new owner.
 */
public final class Lease {

    private final String name;
    private final long fence;
    private volatile long validUntil;

    Lease(String name, long fence, long validUntil) {
        this.name = name;
        this.fence = fence;
        this.validUntil = validUntil;
    }

    /** What it is about. */
    public String name() {
        return name;
    }

    /** Higher than that of every earlier owner. */
    public long fence() {
        return fence;
    }

    /** Whether nobody else can have it. */
    public boolean isValid() {
        return System.nanoTime() - validUntil < 0;
    }

    void extend(long until) {
        validUntil = until;
    }

    void end() {
        validUntil = System.nanoTime();
    }
}
