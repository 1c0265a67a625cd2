package io.soam.ingestion.rest;

import io.soam.domain.message.MessageId;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * The readings of the poll before, so that an API that gives the last 24 hours each time does not
 * have each reading stored a thousand times. It spares work only: what comes again after a restart
 * is recognised by its id.
 */
final class KnownReadings {

    private static final int MOST = 200_000;

    private final String ingestionId;
    private Set<ByteBuffer> known = Set.of();
    private Set<ByteBuffer> next = new HashSet<>();

    KnownReadings(String ingestionId) {
        this.ingestionId = ingestionId;
    }

    void begin() {
        next = new HashSet<>();
    }

    /** Whether the poll before brought it too; keeps it in mind for the next. */
    boolean contains(byte[] reading) {
        ByteBuffer id = ByteBuffer.wrap(MessageId.of(ingestionId, "", reading));
        if (next.size() < MOST) {
            next.add(id);
        }
        return known.contains(id);
    }

    /** All of this poll is durable. */
    void complete() {
        known = next;
    }
}
