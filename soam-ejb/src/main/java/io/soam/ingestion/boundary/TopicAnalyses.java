package io.soam.ingestion.boundary;

import io.soam.domain.message.MetadataKeys;
import io.soam.ingestion.control.FlatPayload;
import io.soam.ingestion.control.StreamPreview;
import io.soam.ingestion.spool.SpoolRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Looks through the last messages of streams. */
final class TopicAnalyses {

    /** Messages of each stream that are looked at. */
    static final int LOOKED_AT = 10;

    private static final int SAMPLES = 3;
    private static final List<String> SENSOR_KEYS = List.of("sensor_id", "sensorId");

    private TopicAnalyses() {}

    static TopicAnalysis of(StreamPreview stream, int maxRows) {
        List<SpoolRecord> records = stream.records();
        List<Map<String, Object>> messages = records.stream().map(FlatPayload::of).toList();
        return new TopicAnalysis(
                stream.ingestionId(),
                distinct(messages.stream().map(message -> message.get(MetadataKeys.TOPIC))),
                distinct(
                        messages.stream()
                                .flatMap(message -> SENSOR_KEYS.stream().map(message::get))),
                messages.subList(Math.max(0, messages.size() - SAMPLES), messages.size()),
                new TopicAnalysis.Buffer(
                        stream.kept(),
                        maxRows,
                        records.isEmpty() ? null : records.get(records.size() - 1).receivedAt()));
    }

    private static List<String> distinct(Stream<Object> values) {
        return values.filter(Objects::nonNull).map(String::valueOf).distinct().sorted().toList();
    }
}
