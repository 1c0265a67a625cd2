package io.soam.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    record Payload(String ingestionId, Instant createdAt) {}

    @Test
    void hasFourFieldsAroundOneThing() throws JsonProcessingException {
        assertThat(json(Envelope.of(Map.of("a", 1))))
                .isEqualTo(
                        "{\"status\":\"success\",\"data\":{\"a\":1},\"message\":null,\"detail\":null}");
    }

    @Test
    void addsThePageToAList() throws JsonProcessingException {
        Page<Integer> page = new Page<>(List.of(4, 5), 12, 3, 2);
        assertThat(json(Envelope.of(page)))
                .isEqualTo(
                        "{\"status\":\"success\",\"data\":[4,5],\"message\":null,\"detail\":null,"
                                + "\"total\":12,\"page\":3,\"page_size\":2}");
    }

    @Test
    void namesInSnakeCaseAndTimesInIso() throws JsonProcessingException {
        Payload payload = new Payload("x", Instant.parse("2026-11-24T10:00:00Z"));
        assertThat(json(payload))
                .isEqualTo("{\"ingestion_id\":\"x\",\"created_at\":\"2026-11-24T10:00:00Z\"}");
    }

    @Test
    void warnsWithTheReason() throws JsonProcessingException {
        assertThat(json(Envelope.warning(List.of(), "Old.", "The store does not answer.")))
                .contains("\"status\":\"warning\"")
                .contains("\"detail\":\"The store does not answer.\"");
    }

    @Test
    void asksForTheFirst50UnlessToldOtherwise() {
        assertThat(new Paging().request()).isEqualTo(new PageRequest(1, 50));
    }

    private static String json(Object body) throws JsonProcessingException {
        return JsonFormat.MAPPER.writeValueAsString(body);
    }
}
