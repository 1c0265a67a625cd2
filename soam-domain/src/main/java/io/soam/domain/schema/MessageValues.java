package io.soam.domain.schema;

import java.util.Arrays;

/**
 * The values of one message, kept until the whole of it has proved to be readable: what comes of a
 * message that breaks off in the middle must not be counted.
 */
final class MessageValues {

    /** A message of more values is looked at as far as this; it may be a list of measurements. */
    static final int MOST = 8_192;

    private static final int FIRST = 64;

    private FieldNode[] nodes = new FieldNode[FIRST];
    private FieldType[] types = new FieldType[FIRST];
    private long[] bits = new long[FIRST];
    private long[] hashes = new long[FIRST];
    private String[] samples = new String[FIRST];
    private int size;

    void clear() {
        Arrays.fill(samples, 0, size, null);
        size = 0;
    }

    void add(FieldNode node, FieldType type, long value, long hash, String sample) {
        if (size == nodes.length) {
            if (size == MOST) {
                return;
            }
            grow();
        }
        nodes[size] = node;
        types[size] = type;
        bits[size] = value;
        hashes[size] = hash;
        samples[size] = sample;
        size++;
    }

    void apply(ObservedMessage message) {
        for (int i = 0; i < size; i++) {
            nodes[i].profile().add(types[i], bits[i], hashes[i], samples[i], message);
        }
    }

    private void grow() {
        int length = nodes.length * 2;
        nodes = Arrays.copyOf(nodes, length);
        types = Arrays.copyOf(types, length);
        bits = Arrays.copyOf(bits, length);
        hashes = Arrays.copyOf(hashes, length);
        samples = Arrays.copyOf(samples, length);
    }
}
