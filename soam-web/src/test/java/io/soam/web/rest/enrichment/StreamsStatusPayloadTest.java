package io.soam.web.rest.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.enrichment.boundary.BatchView;
import io.soam.enrichment.boundary.StreamsStatus;
import io.soam.web.rest.JsonFormat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamsStatusPayloadTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void keepsTheNamesThatClientsKnow() {
        JsonNode json = json(status("running", null, List.of(batch(2, 6, 700), batch(1, 0, 500))));
        assertThat(json.get("totalActiveStreams").asInt()).isEqualTo(1);
        JsonNode stream = json.get("activeStreams").get(0);
        assertThat(stream.get("name").asText()).isEqualTo("enrichment");
        assertThat(stream.get("isActive").asBoolean()).isTrue();
        assertThat(stream.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(stream.get("batchId").asLong()).isEqualTo(2);
        assertThat(stream.get("numInputRows").asLong()).isEqualTo(700);
        assertThat(stream.get("batchDuration").asLong()).isEqualTo(2_000);
        assertThat(json.get("managedStreams").get("enrichment").get("isActive").asBoolean())
                .isTrue();
    }

    @Test
    void countsRowsPerSecond() {
        List<BatchView> recent = List.of(batch(2, 6, 700), batch(1, 0, 500));
        assertThat(Rates.arriving(recent)).isEqualTo(116.7);
        assertThat(Rates.working(recent)).isEqualTo(300.0);
        assertThat(Rates.arriving(List.of())).isZero();
    }

    @Test
    void saysWhyItDoesNotRun() {
        JsonNode json = json(status("failed", "Spark ended.", List.of()));
        assertThat(json.get("totalActiveStreams").asInt()).isZero();
        assertThat(json.get("activeStreams").get(0).get("status").asText()).isEqualTo("ERROR");
        assertThat(json.get("activeStreams").get(0).get("exception").asText())
                .isEqualTo("Spark ended.");
    }

    private static JsonNode json(StreamsStatus status) {
        return JsonFormat.MAPPER.valueToTree(StreamsStatusPayload.of(status, NOON));
    }

    private static StreamsStatus status(String state, String message, List<BatchView> recent) {
        BatchView last = recent.isEmpty() ? null : recent.get(0);
        return new StreamsStatus(state, "local-1", message, NOON, NOON, 3, 0, null, last, recent);
    }

    /** Takes two seconds; committed so many seconds after noon. */
    private static BatchView batch(long id, long second, long rows) {
        Instant committed = NOON.plusSeconds(second);
        return new BatchView(
                id,
                3,
                committed.minusSeconds(2),
                committed,
                rows,
                rows,
                0,
                0,
                0,
                1.0,
                2.0,
                committed);
    }
}
