package io.soam.ingestion.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soam.ingestion.spool.SpoolSamples;
import io.soam.platform.control.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatPayloadTest {

    @Test
    void putsWhatWasKnownAtReceptionBesideTheKeysOfThePayload() {
        Map<String, Object> flat =
                flat("{\"temperature\":21.5,\"place\":{\"room\":7},\"topic\":\"fake\"}");

        assertThat(flat)
                .containsEntry("temperature", 21.5)
                .containsEntry("place", Map.of("room", 7))
                .containsEntry("topic", "line/1")
                .containsEntry("ingestion_id", "plant")
                .containsEntry("source_type", "mqtt")
                .containsEntry("timestamp", "2026-11-24T10:59:58.123456Z")
                .containsEntry("ingestion_timestamp", "2026-11-24T10:59:59.123456Z");
    }

    @Test
    void whatIsNoObject_isShownAsItCame() {
        for (String payload : new String[] {"21.5", "[1,2]", "", "{\"a\":1}x", "<b>"}) {
            assertThat(flat(payload)).containsEntry("content", payload).containsEntry("raw", true);
        }
    }

    @Test
    void whatIsNestedTooDeep_isShownAsItCame_andCanBeWritten() {
        String deepest = nested(64);
        String tooDeep = nested(65);

        assertThat(flat(deepest)).containsKey("a").doesNotContainKey("raw");
        for (String payload : new String[] {tooDeep, nested(999)}) {
            assertThat(flat(payload)).containsEntry("content", payload).containsEntry("raw", true);
            assertThat(Json.write(Map.of("data", List.of(flat(payload))))).contains("content");
        }
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static Map<String, Object> flat(String payload) {
        return FlatPayload.of(
                SpoolSamples.record(
                        SpoolSamples.header("plant"),
                        SpoolSamples.RECEIVED,
                        payload.getBytes(UTF_8)));
    }
}
