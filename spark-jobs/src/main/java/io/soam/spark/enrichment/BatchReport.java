package io.soam.spark.enrichment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a batch has done; docs/pipeline-contract.md explains each name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchReport(
        long rowsIn,
        long silver,
        long quarantined,
        long waiting,
        long duplicates,
        Map<String, StreamCounts> streams,
        Map<String, Long> rules,
        Map<String, Long> stepMillis,
        Instant lastReceivedAt,
        Instant lastEventTime,
        Latencies sensorToSilver,
        Latencies sensorToGold,
        long windows,
        long alertsRaised,
        long alertsCleared,
        Map<String, Long> tableVersions,
        List<LatestReading> latestReadings) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report is always JSON", e);
        }
    }
}
