package io.soam.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The newest records of one kind, oldest first.
 *
 * <p>Safe for use by several threads.
 */
final class Records {

    static final int CAPACITY = 100;

    private final Deque<ObjectNode> records = new ArrayDeque<>();

    synchronized void add(ObjectNode record) {
        if (records.size() == CAPACITY) {
            records.removeFirst();
        }
        records.addLast(record);
    }

    /** The newest, oldest first. */
    synchronized List<ObjectNode> newest(int limit) {
        return records.stream().skip(Math.max(0, records.size() - limit)).toList();
    }
}
