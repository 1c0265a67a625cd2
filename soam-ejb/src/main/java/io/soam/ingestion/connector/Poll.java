package io.soam.ingestion.connector;

/** One look at the other side, repeated by {@link Polling}. */
@FunctionalInterface
public interface Poll {

    /**
     * Fetches what there is and hands it over. It has succeeded only when all of it is durable.
     *
     * @return how many messages it has brought
     * @throws PollFailedException if the other side cannot be used at present
     * @throws InterruptedException if it is to end
     */
    int run() throws PollFailedException, InterruptedException;

    /** Ends a run that waits for the other side, where an interrupt does not; any thread may. */
    default void cancel() {}
}
