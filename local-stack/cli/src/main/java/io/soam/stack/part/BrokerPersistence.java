package io.soam.stack.part;

/** Where the broker keeps what its subscribers have not taken yet. */
public enum BrokerPersistence {
    /** On disk. */
    FILE("file"),

    /** In memory: faster, and lost with the broker's process. */
    IN_MEMORY("in-memory");

    private final String title;

    BrokerPersistence(String title) {
        this.title = title;
    }

    /** As in {@code ./soam up --broker-persistence NAME}, and as HiveMQ calls it. */
    @Override
    public String toString() {
        return title;
    }
}
