package io.soam.schema.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Observations as bytes, in chunks small enough to be merged one by one. */
final class ObservationChunks {

    /** About two hundred streams of ten fields. */
    private static final int LARGEST = 1 << 20;

    /**
     * A part of what was found in a segment.
     *
     * @param content for {@link #read}
     * @param messages that it describes
     */
    @SuppressWarnings("ArrayRecordComponent") // stored and never compared
    record Chunk(byte[] content, long messages) {}

    private final List<Chunk> chunks = new ArrayList<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long messages;

    void add(StreamObservation observation) throws IOException {
        observation.write(new DataOutputStream(bytes));
        messages += observation.profile().records();
        if (bytes.size() >= LARGEST) {
            end();
        }
    }

    List<Chunk> all() {
        if (bytes.size() > 0) {
            end();
        }
        return chunks;
    }

    private void end() {
        chunks.add(new Chunk(bytes.toByteArray(), messages));
        bytes = new ByteArrayOutputStream();
        messages = 0;
    }

    /**
     * Reads a chunk.
     *
     * @throws IOException if it is not what {@link #add} has written
     */
    static List<StreamObservation> read(byte[] content) throws IOException {
        List<StreamObservation> observations = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            while (in.available() > 0) {
                observations.add(StreamObservation.read(in));
            }
        }
        return observations;
    }
}
