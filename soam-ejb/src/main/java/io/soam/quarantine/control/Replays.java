package io.soam.quarantine.control;

import io.soam.domain.message.MessageId;
import io.soam.domain.message.MetadataKeys;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.spool.StreamHeader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends messages once more, as new messages of their streams.
 *
 * <p>The identity of a new message comes from the one in quarantine and from the payload. So it is
 * not taken for the message in quarantine, and to send it again, because nobody knows whether it
 * was sent, is the same message once more, which enrichment recognises.
 */
final class Replays {

    private final MessageSink sink;

    Replays(MessageSink sink) {
        this.sink = sink;
    }

    /**
     * Hands messages over and waits until they would survive a crash.
     *
     * @return the ids of the new messages by the ids of the rows
     * @throws TimeoutException if they are not durable in time; some may be
     */
    Map<String, String> send(Collection<OriginalMessage> messages, String who, Duration patience)
            throws InterruptedException, TimeoutException {
        CountDownLatch durable = new CountDownLatch(messages.size());
        Map<String, String> replays = new LinkedHashMap<>();
        for (OriginalMessage message : messages) {
            String key = key(message);
            sink.stream(header(message, who)).accept(message.payload(), key, durable::countDown);
            replays.put(message.id(), MessageId.text(MessageId.ofKey(message.ingestionId(), key)));
        }
        if (!durable.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException();
        }
        return replays;
    }

    static String key(OriginalMessage message) {
        return "replay/" + message.messageId() + "/" + HexFormat.of().formatHex(sha256(message));
    }

    private static StreamHeader header(OriginalMessage message, String who) {
        Map<String, String> metadata = new HashMap<>(message.metadata());
        // Said anew of the new payload, by those who know.
        metadata.remove(MetadataKeys.EVENT_TIME_FLAG);
        metadata.remove(MetadataKeys.PAYLOAD_ENCODING);
        metadata.put(MetadataKeys.REPLAY_OF, message.messageId());
        metadata.put(MetadataKeys.REPLAYED_BY, who);
        metadata.putIfAbsent(MetadataKeys.FIRST_RECEIVED_AT, String.valueOf(message.receivedAt()));
        return new StreamHeader(message.ingestionId(), message.sourceType(), metadata);
    }

    private static byte[] sha256(OriginalMessage message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.payload());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
