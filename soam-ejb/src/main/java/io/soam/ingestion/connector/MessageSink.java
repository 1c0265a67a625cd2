package io.soam.ingestion.connector;

import io.soam.ingestion.spool.StreamHeader;

/** Where connectors hand messages over. */
public interface MessageSink {

    /**
     * A stream of this source. Making one costs something, so keep it as long as messages come by
     * it.
     *
     * @param header what all its messages have in common
     */
    Stream stream(StreamHeader header);

    /** Takes the messages of one stream. */
    @FunctionalInterface
    interface Stream {

        /**
         * Hands a message over. Waits while the spool cannot take more.
         *
         * @param onDurable run once the message would survive a crash: acknowledge it then, not
         *     before
         * @throws InterruptedException if the thread is interrupted; the message was then not taken
         * @throws IllegalStateException if the server is stopping; the message was then not taken
         */
        default void accept(byte[] payload, Runnable onDurable) throws InterruptedException {
            accept(payload, null, onDurable);
        }

        /**
         * As above, for a message whose identity its source tells.
         *
         * @param key what the message is called within its stream: a second one of that key is the
         *     same message, whatever it holds; null if the content decides
         */
        void accept(byte[] payload, String key, Runnable onDurable) throws InterruptedException;
    }
}
