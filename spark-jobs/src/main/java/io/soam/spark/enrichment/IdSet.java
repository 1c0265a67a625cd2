package io.soam.spark.enrichment;

import java.io.Serializable;

/** A set of 128-bit ids in one array: 16 bytes each, and as much again of free space. */
final class IdSet implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int INITIAL_SLOTS = 1 << 10;

    /** Both halves of each id, one after the other; two zeros are a free slot. */
    private long[] slots = new long[INITIAL_SLOTS * 2];

    private int size;

    /** Adds an id; false if it is there already. */
    boolean add(long high, long low) {
        if (size * 3L > slots.length) {
            grow();
        }
        boolean added = insert(high, occupied(high, low));
        size += added ? 1 : 0;
        return added;
    }

    boolean contains(long high, long low) {
        long stored = occupied(high, low);
        int slot = slot(high, stored);
        while (slots[slot] != 0 || slots[slot + 1] != 0) {
            if (slots[slot] == high && slots[slot + 1] == stored) {
                return true;
            }
            slot = next(slot);
        }
        return false;
    }

    int size() {
        return size;
    }

    private boolean insert(long high, long low) {
        int slot = slot(high, low);
        while (slots[slot] != 0 || slots[slot + 1] != 0) {
            if (slots[slot] == high && slots[slot + 1] == low) {
                return false;
            }
            slot = next(slot);
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[Math.multiplyExact(old.length, 2)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                insert(old[i], old[i + 1]);
            }
        }
    }

    private int slot(long high, long low) {
        long mixed = (high ^ low) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 33) * 2 & (slots.length - 1);
    }

    private int next(int slot) {
        return slot + 2 == slots.length ? 0 : slot + 2;
    }

    private static long occupied(long high, long low) {
        return high == 0 && low == 0 ? 1 : low;
    }
}
