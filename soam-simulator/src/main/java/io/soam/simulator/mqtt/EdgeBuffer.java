package io.soam.simulator.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Messages in the order of their origin, waiting to be acknowledged by the broker. One at a time is
 * under way; it leaves the buffer when it is {@linkplain #acknowledged() acknowledged} and is the
 * first again when sending {@linkplain #failed() failed}. When more than the capacity wait, the
 * oldest is dropped and counted.
 *
 * <p>With the capacity 2, and 1 under way: adding 2, 3 and 4 drops 2. If sending 1 then fails it is
 * the oldest of three, and dropped; 3 and 4 remain.
 *
 * <p>Safe for use by several threads.
 */
final class EdgeBuffer {

    private final int capacity;
    private final EdgeJournal journal;
    private final Deque<EdgeMessage> waiting;
    private EdgeMessage underWay;
    private long lastNumber;
    private long added;
    private long acknowledged;
    private long dropped;

    EdgeBuffer(int capacity, EdgeJournal journal) {
        if (capacity < 1) {
            throw new IllegalArgumentException("The edge buffer must hold at least one message.");
        }
        this.capacity = capacity;
        this.journal = journal;
        List<EdgeMessage> restored = journal.restore();
        this.waiting = new ArrayDeque<>(restored);
        this.added = restored.size();
        restored.forEach(message -> lastNumber = message.number());
        dropOldest();
    }

    synchronized void add(String topic, String payload) {
        EdgeMessage message = new EdgeMessage(++lastNumber, topic, payload);
        journal.added(message);
        waiting.addLast(message);
        added++;
        dropOldest();
        notifyAll();
    }

    /** The oldest message, which is under way from now on. Waits until there is one. */
    synchronized EdgeMessage take() throws InterruptedException {
        if (underWay != null) {
            throw new IllegalStateException("Message %d is still under way.".formatted(number()));
        }
        while (waiting.isEmpty()) {
            wait();
        }
        underWay = waiting.removeFirst();
        return underWay;
    }

    /** The broker has the message that is under way. */
    synchronized void acknowledged() {
        journal.removed(underWay);
        underWay = null;
        acknowledged++;
        notifyAll();
    }

    /** The message that is under way has perhaps not arrived: it keeps its place. */
    synchronized void failed() {
        waiting.addFirst(underWay);
        underWay = null;
        dropOldest();
    }

    /** Waits until nothing is left, at most for a time. */
    synchronized void awaitEmpty(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; left > 0 && !isEmpty(); ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    synchronized EdgeCounts counts() {
        int left = waiting.size() + (underWay == null ? 0 : 1);
        return new EdgeCounts(added, acknowledged, dropped, left);
    }

    private boolean isEmpty() {
        return waiting.isEmpty() && underWay == null;
    }

    private long number() {
        return underWay.number();
    }

    private void dropOldest() {
        while (waiting.size() > capacity) {
            journal.removed(waiting.removeFirst());
            dropped++;
        }
    }
}
