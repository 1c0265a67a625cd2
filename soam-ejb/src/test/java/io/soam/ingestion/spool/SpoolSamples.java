package io.soam.ingestion.spool;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Messages and spools for tests of this and other packages. */
public final class SpoolSamples {

    public static final Instant RECEIVED = Instant.parse("2026-11-24T10:59:59.123456Z");

    private static final EncodedHeader HEADER = header("0b2f42e3_plant_mqtt_line_1");

    private SpoolSamples() {}

    public static EncodedHeader header(String ingestionId) {
        return EncodedHeader.of(
                new StreamHeader(ingestionId, "mqtt", Map.of("topic", "line/1", "qos", "1")));
    }

    public static SpoolRecord record(String payload) {
        return record(HEADER, RECEIVED, payload.getBytes(StandardCharsets.UTF_8));
    }

    public static SpoolRecord record(EncodedHeader header, Instant receivedAt, byte[] payload) {
        return SpoolRecord.of(
                header,
                receivedAt,
                new EventTime(receivedAt.minusSeconds(1), EventTime.Source.DEVICE),
                MessageId.of(header.header().ingestionId(), "line/1", payload),
                false,
                payload);
    }

    /** Limits under which nothing is sealed by itself. */
    public static SpoolLimits limits() {
        return limits(1L << 40, 1L << 40, 1 << 20);
    }

    public static SpoolLimits limits(long segmentBytes, long spoolBytes, int queueBytes) {
        return new SpoolLimits(
                segmentBytes, Duration.ofDays(1), Duration.ofDays(1), 100, spoolBytes, queueBytes);
    }

    static List<Path> segments(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SegmentWriter.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    /** Everything that a server started on this directory would bring to bronze. */
    public static List<String> payloads(Path directory) throws IOException {
        return stored(directory, record -> new String(record.payload(), StandardCharsets.UTF_8));
    }

    /** The ids of all that. */
    public static List<String> messageIds(Path directory) throws IOException {
        return stored(directory, SpoolRecord::messageId);
    }

    private static List<String> stored(Path directory, Function<SpoolRecord, String> part)
            throws IOException {
        List<String> parts = new ArrayList<>();
        for (Path segment : segments(directory)) {
            for (SpoolRecord record : SegmentReader.read(segment).records()) {
                parts.add(part.apply(record));
            }
        }
        return parts;
    }
}
