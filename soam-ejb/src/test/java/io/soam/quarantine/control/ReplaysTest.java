package io.soam.quarantine.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.soam.domain.message.MessageId;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.time.EventTime;
import io.soam.ingestion.connector.MessageSink;
import io.soam.ingestion.spool.EncodedHeader;
import io.soam.ingestion.spool.SealedSegment;
import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolLimits;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.platform.PlainThreads;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays on a real spool. */
class ReplaysTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final OriginalMessage ORIGINAL =
            new OriginalMessage(
                    "0".repeat(32) + "-17",
                    "0".repeat(32),
                    "stream",
                    "mqtt",
                    Map.of(
                            MetadataKeys.TOPIC, "a/b",
                            MetadataKeys.PAYLOAD_ENCODING, MetadataKeys.BASE64,
                            MetadataKeys.EVENT_TIME_FLAG, "missing"),
                    new byte[] {-1, -2},
                    NOON);

    @TempDir Path directory;

    private Spool spool;

    @BeforeEach
    void open() throws Exception {
        spool = open(limits(1 << 30));
    }

    @AfterEach
    void close() throws Exception {
        spool.close();
        spool.release();
    }

    @Test
    void aReplayIsAMessageOfTheSameStream_thatSaysWhatItReplaces() throws Exception {
        OriginalMessage mended = ORIGINAL.with("{\"a\":1}".getBytes(UTF_8));

        Map<String, String> replays = new Replays(sink()).send(List.of(mended), "alice", PATIENCE);

        SpoolRecord record = records().get(0);
        StreamHeader header = EncodedHeader.decode(record.header());
        assertThat(replays).isEqualTo(Map.of(ORIGINAL.id(), record.messageId()));
        assertThat(record.messageId()).isNotEqualTo(ORIGINAL.messageId());
        assertThat(record.payload()).asString(UTF_8).isEqualTo("{\"a\":1}");
        assertThat(header.ingestionId()).isEqualTo("stream");
        assertThat(header.metadata())
                .isEqualTo(
                        Map.of(
                                "topic", "a/b",
                                "replay_of", ORIGINAL.messageId(),
                                "replayed_by", "alice",
                                "first_received_at", "2026-11-24T12:00:00Z"));
    }

    @Test
    void aCrashBeforeItIsMarked_andReplayingItOnceMore_isTheSameMessage() throws Exception {
        new Replays(sink()).send(List.of(ORIGINAL), "alice", PATIENCE);
        // Nothing was marked: for whoever looks next, here or at another server, it is still open.
        close();
        open();
        new Replays(sink()).send(List.of(ORIGINAL), "bob", PATIENCE);
        new Replays(sink()).send(List.of(ORIGINAL.with(new byte[] {1})), "bob", PATIENCE);

        List<String> ids = records().stream().map(SpoolRecord::messageId).toList();
        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2))
                .as("mended otherwise, it says something else")
                .isNotEqualTo(ids.get(0));
    }

    @Test
    void whileTheSpoolIsFull_nobodyIsToldThatItWasSent() throws Exception {
        close();
        spool = open(limits(0));

        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(
                        () ->
                                new Replays(sink())
                                        .send(List.of(ORIGINAL), "alice", Duration.ofMillis(200)));
    }

    private static SpoolLimits limits(long spoolBytes) {
        return new SpoolLimits(
                1 << 20, Duration.ofMinutes(1), Duration.ofMinutes(1), 1, spoolBytes, 1 << 20);
    }

    private Spool open(SpoolLimits limits) throws Exception {
        return Spool.open(directory, limits, Clock.systemUTC(), new PlainThreads());
    }

    /** As ingestion does it, without its counters. */
    private MessageSink sink() {
        return header ->
                (payload, key, onDurable) ->
                        spool.append(
                                new SpoolEntry(
                                        SpoolRecord.of(
                                                EncodedHeader.of(header),
                                                NOON,
                                                new EventTime(NOON, EventTime.Source.MISSING),
                                                MessageId.ofKey(header.ingestionId(), key),
                                                false,
                                                payload),
                                        onDurable));
    }

    private List<SpoolRecord> records() throws Exception {
        spool.close();
        List<SpoolRecord> records = new ArrayList<>();
        SealedSegment segment = spool.nextSealed(1, TimeUnit.SECONDS);
        while (segment != null) {
            records.addAll(segment.content().records());
            segment = spool.nextSealed(10, TimeUnit.MILLISECONDS);
        }
        return records;
    }
}
