package io.soam.ingestion.control;

import io.soam.ingestion.spool.SpoolRecord;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** The newest messages of one stream. */
final class PreviewBuffer {

    /** Streams are the senders' to invent, so each may take only so much memory. */
    private static final int MOST_BYTES = 128 * 1_024;

    private int rows;
    private int bytes;
    private final Deque<SpoolRecord> records = new ArrayDeque<>();

    PreviewBuffer(int rows) {
        this.rows = rows;
    }

    synchronized void add(SpoolRecord record) {
        records.addLast(record);
        bytes += record.size();
        trim();
    }

    /** Keeps so many from now on; the newest stay. */
    synchronized void resize(int newRows) {
        rows = newRows;
        trim();
    }

    synchronized int size() {
        return records.size();
    }

    private void trim() {
        while (records.size() > rows || (bytes > MOST_BYTES && records.size() > 1)) {
            bytes -= records.removeFirst().size();
        }
    }

    synchronized List<SpoolRecord> newest(int limit) {
        List<SpoolRecord> newest = new ArrayList<>();
        Iterator<SpoolRecord> backwards = records.descendingIterator();
        while (backwards.hasNext() && newest.size() < limit) {
            newest.add(0, backwards.next());
        }
        return newest;
    }

    synchronized Instant lastReceivedAt() {
        return records.isEmpty() ? Instant.MAX : records.getLast().receivedAt();
    }
}
