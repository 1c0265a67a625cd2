package io.soam.ingestion.connector;

import java.util.concurrent.atomic.AtomicBoolean;

/** Messages that count as taken only together: hands them over and waits until all are durable. */
public final class DurableBatch {

    private int open;
    private int stored;

    /**
     * Hands a message over. Waits while the spool cannot take more.
     *
     * @param key see {@link MessageSink.Stream#accept(byte[], String, Runnable)}
     */
    public void accept(MessageSink.Stream stream, byte[] payload, String key)
            throws InterruptedException {
        AtomicBoolean unsettled = new AtomicBoolean(true);
        opened();
        boolean taken = false;
        try {
            stream.accept(payload, key, () -> settle(unsettled, true));
            taken = true;
        } finally {
            if (!taken) {
                settle(unsettled, false);
            }
        }
    }

    /** Waits until all that was handed over is durable, however long that takes. */
    public synchronized void await() throws InterruptedException {
        while (open > 0) {
            wait();
        }
    }

    /** How many are durable by now. */
    public synchronized int stored() {
        return stored;
    }

    private synchronized void opened() {
        open++;
    }

    private synchronized void settle(AtomicBoolean unsettled, boolean durable) {
        if (unsettled.getAndSet(false)) {
            open--;
            stored += durable ? 1 : 0;
            notifyAll();
        }
    }
}
