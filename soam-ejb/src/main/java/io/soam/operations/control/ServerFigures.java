package io.soam.operations.control;

import java.time.Instant;

/**
 * What a server tells the others of its work.
 *
 * @param received messages taken over since it started
 * @param stored messages moved to bronze since it started
 * @param lastReceivedAt reception of the newest message; null before the first
 * @param spoolBytes bytes that wait for bronze
 * @param oldestSpooled when the oldest of them came; null if there are none
 * @param problem why reading or storing pauses; null while it does not
 * @param streams streams with a preview
 */
record ServerFigures(
        long received,
        long stored,
        Instant lastReceivedAt,
        long spoolBytes,
        Instant oldestSpooled,
        String problem,
        int streams) {

    /** Both together. */
    ServerFigures and(ServerFigures other) {
        return new ServerFigures(
                received + other.received,
                stored + other.stored,
                later(lastReceivedAt, other.lastReceivedAt),
                spoolBytes + other.spoolBytes,
                earlier(oldestSpooled, other.oldestSpooled),
                problem == null ? other.problem : problem,
                // Most streams are the same ones, because servers share subscriptions.
                Math.max(streams, other.streams));
    }

    ServerFigures withProblemOf(String podName) {
        return problem == null
                ? this
                : new ServerFigures(
                        received,
                        stored,
                        lastReceivedAt,
                        spoolBytes,
                        oldestSpooled,
                        podName + ": " + problem,
                        streams);
    }

    private static Instant later(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
