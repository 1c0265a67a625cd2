package io.soam.spark.enrichment;

import java.io.Serializable;
import java.util.Arrays;

/** A list of 128-bit ids that grows as needed. */
final class IdList implements Serializable {

    private static final long serialVersionUID = 1L;

    private long[] halves = new long[1 << 8];
    private int size;

    void add(String messageId) {
        if (size == halves.length) {
            halves = Arrays.copyOf(halves, size * 2);
        }
        MessageIdBits.write(messageId, halves, size);
        size += 2;
    }

    /** Both halves of each id, one after the other. */
    long[] toArray() {
        return Arrays.copyOf(halves, size);
    }
}
