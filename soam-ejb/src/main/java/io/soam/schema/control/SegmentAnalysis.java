package io.soam.schema.control;

import io.soam.domain.message.MetadataKeys;
import io.soam.domain.schema.ObservedMessage;
import io.soam.domain.schema.ObserverMemory;
import io.soam.domain.schema.StreamObserver;
import io.soam.domain.time.EpochMicros;
import io.soam.ingestion.spool.SegmentContent;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.lake.control.BronzeObject;
import io.soam.schema.control.StreamObservation.Place;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks at the messages of one segment, stream by stream, so that only one is in memory. */
final class SegmentAnalysis {

    private static final long MICROS_PER_HOUR = 3_600_000_000L;
    private static final String UNKNOWN_TOPIC = "unknown";
    private static final List<String> TOPIC_KEYS =
            List.of(MetadataKeys.TOPIC, "resource_uri", "source_url");
    private static final String SOURCE = "original_source_id";

    /** Messages that are described together: of one stream and one hour of reception. */
    private record Group(String ingestionId, long hour) {}

    private final List<SpoolRecord> records;
    private final Map<String, List<Place>> objects;
    private final ObserverMemory memory;

    private SegmentAnalysis(
            List<SpoolRecord> records, List<BronzeObject> objects, ObserverMemory memory) {
        this.records = records;
        this.memory = memory;
        this.objects =
                objects.stream()
                        .collect(
                                Collectors.groupingBy(
                                        BronzeObject::ingestionId,
                                        Collectors.mapping(
                                                SegmentAnalysis::place, Collectors.toList())));
    }

    /** Describes a segment. */
    static ObservationChunks of(
            SegmentContent content, List<BronzeObject> objects, ObserverMemory memory)
            throws IOException {
        return new SegmentAnalysis(content.records(), objects, memory).run();
    }

    private ObservationChunks run() throws IOException {
        ObservationChunks chunks = new ObservationChunks();
        for (Map.Entry<Group, IntStream.Builder> group : groups().entrySet()) {
            chunks.add(observe(group.getKey(), group.getValue().build().toArray()));
        }
        return chunks;
    }

    private Map<Group, IntStream.Builder> groups() {
        Map<Group, IntStream.Builder> groups = new LinkedHashMap<>();
        Map<String, Group> latest = new HashMap<>();
        for (int i = 0; i < records.size(); i++) {
            SpoolRecord record = records.get(i);
            String ingestionId = record.stream().ingestionId();
            long hour = Math.floorDiv(record.receivedAtMicros(), MICROS_PER_HOUR);
            Group group = latest.get(ingestionId);
            if (group == null || group.hour() != hour) {
                group = new Group(ingestionId, hour);
                latest.put(ingestionId, group);
            }
            groups.computeIfAbsent(group, some -> IntStream.builder()).add(i);
        }
        return groups;
    }

    private StreamObservation observe(Group group, int[] numbers) {
        StreamObserver observer =
                new StreamObserver(group.ingestionId(), DistinctSketch.ALL, memory);
        for (int number : numbers) {
            observe(records.get(number), observer);
        }
        StreamHeader header = records.get(numbers[numbers.length - 1]).stream();
        return new StreamObservation(
                group.ingestionId(),
                topic(header),
                header.sourceType(),
                header.metadata().getOrDefault(SOURCE, group.ingestionId()),
                group.hour(),
                objects.getOrDefault(group.ingestionId(), List.of()),
                observer.profile(),
                observer.quality());
    }

    private static void observe(SpoolRecord record, StreamObserver observer) {
        byte[] payload = record.payload();
        ObservedMessage message =
                new ObservedMessage(
                        record.receivedAtMicros(),
                        record.eventTimeMicros(),
                        record.eventTimeSource(),
                        payload.length,
                        record.messageIdPrefix(),
                        record::messageId);
        if (record.isBinary()) {
            observer.begin();
            observer.unreadable(message);
        } else {
            JsonMessages.observe(observer, payload, message);
        }
    }

    private static String topic(StreamHeader header) {
        return TOPIC_KEYS.stream()
                .filter(header.metadata()::containsKey)
                .map(header.metadata()::get)
                .findFirst()
                .orElse(UNKNOWN_TOPIC);
    }

    private static Place place(BronzeObject object) {
        return new Place(
                object.key(),
                EpochMicros.of(object.firstReceivedAt()),
                EpochMicros.of(object.lastReceivedAt()));
    }
}
