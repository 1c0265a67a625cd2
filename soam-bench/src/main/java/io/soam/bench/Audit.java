package io.soam.bench;

/**
 * Compares what is in bronze with what was acknowledged, number by number. A message that was
 * delivered twice has one identity and is recognised; one that has two identities is doubled.
 */
final class Audit {

    /** First half of the identity of each message that is in bronze; 0 for one that is not. */
    private final long[] identities;

    private final Latencies toReception = new Latencies();
    private final Latencies toBronze = new Latencies();
    private long rows;
    private int distinct;
    private int doubled;

    Audit(int messages) {
        identities = new long[messages];
    }

    /**
     * Takes note of a row.
     *
     * @param identity the begin of its message id
     * @param dueMicros when it was to be sent
     * @param receivedMicros when it was received
     * @param storedMicros when its object was registered
     */
    void row(int number, long identity, long dueMicros, long receivedMicros, long storedMicros) {
        long known = identities[number];
        long mark = identity == 0 ? 1 : identity;
        rows++;
        if (known == 0) {
            identities[number] = mark;
            distinct++;
            toReception.add(receivedMicros - dueMicros);
            toBronze.add(storedMicros - dueMicros);
        } else if (known != mark) {
            doubled++;
        }
    }

    /** Messages that were acknowledged and are not in bronze. */
    int lost(Acknowledgements acknowledgements) {
        int lost = 0;
        for (int number = 0; number < identities.length; number++) {
            if (identities[number] == 0 && acknowledgements.isAcknowledged(number)) {
                lost++;
            }
        }
        return lost;
    }

    /** Messages that are in bronze. */
    int stored() {
        return distinct;
    }

    /** Rows beyond the first of a message that no identity tells to be a repetition. */
    int doubled() {
        return doubled;
    }

    /** Rows beyond the first of a message, recognised ones included. */
    long repeated() {
        return rows - distinct;
    }

    Latencies toReception() {
        return toReception;
    }

    Latencies toBronze() {
        return toBronze;
    }
}
