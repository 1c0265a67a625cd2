package io.soam.ingestion.push;

import io.soam.domain.message.MessageId;
import io.soam.ingestion.connector.DurableBatch;
import io.soam.ingestion.connector.MessageSink;

/** A message that was sent, checked and not yet handed over. */
final class PushedMessage {

    private final String stream;
    private final byte[] payload;
    private final String key;
    private final String id;

    /**
     * Makes one.
     *
     * @param stream name of its stream; empty for the data source itself
     * @param streamId id of its stream
     * @param key what identifies it; null if its content does
     */
    PushedMessage(String stream, String streamId, byte[] payload, String key) {
        this.stream = stream;
        this.payload = payload;
        this.key = key;
        this.id =
                MessageId.text(
                        key == null
                                ? MessageId.of(streamId, stream, payload)
                                : MessageId.ofKey(streamId, key));
    }

    String stream() {
        return stream;
    }

    /** Under which it will be found. */
    String id() {
        return id;
    }

    void handOver(DurableBatch batch, MessageSink.Stream to) throws InterruptedException {
        batch.accept(to, payload, key);
    }
}
