package io.soam.ingestion.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.soam.domain.enrichment.PayloadReader;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.StreamHeader;
import io.soam.platform.control.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message as previews show it: the payload's keys, then what was known at reception, in one
 * level.
 */
public final class FlatPayload {

    /**
     * What can just be read cannot be written again, one level deeper in an answer, and would spoil
     * the whole answer. Enrichment refuses such depth as well.
     */
    private static final JsonFactory SHALLOW =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(PayloadReader.MAX_DEPTH)
                                    .build())
                    .build();

    private static final ObjectReader READER =
            Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(SHALLOW)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private FlatPayload() {}

    /** The message; later keys override earlier ones of the same name. */
    public static Map<String, Object> of(SpoolRecord record) {
        StreamHeader header = record.stream();
        Map<String, Object> flat = new LinkedHashMap<>(payload(record));
        flat.put("ingestion_id", header.ingestionId());
        flat.put("timestamp", record.eventTime().toString());
        flat.put("source_type", header.sourceType());
        flat.put("ingestion_timestamp", record.receivedAt().toString());
        flat.putAll(header.metadata());
        return flat;
    }

    private static Map<String, Object> payload(SpoolRecord record) {
        if (record.isBinary()) {
            return raw(Base64.getEncoder().encodeToString(record.payload()));
        }
        try {
            JsonNode node = READER.readValue(record.payload());
            if (node != null && node.isObject()) {
                return fields(node);
            }
        } catch (IOException e) {
            // Not JSON, or too deep, which a preview shows as it came: enrichment is what judges
            // it.
            return raw(new String(record.payload(), StandardCharsets.UTF_8));
        }
        return raw(new String(record.payload(), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> fields(JsonNode object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.properties()
                .forEach(
                        field ->
                                fields.put(
                                        field.getKey(),
                                        Json.mapper()
                                                .convertValue(field.getValue(), Object.class)));
        return fields;
    }

    private static Map<String, Object> raw(String content) {
        return Map.of("content", content, "raw", true);
    }
}
