package io.soam.web.rest.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.quarantine.boundary.QuarantineDecision;
import io.soam.quarantine.boundary.QuarantineFilter;
import io.soam.web.rest.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarantinePayloadTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void aFilterIsWhatTheAddressOfTheListHas() throws Exception {
        SelectionPayload payload =
                JsonFormat.MAPPER.readValue(
                        """
                        {"filter": {"reason": "malformed_json", "source_type": "mqtt", "q": "x",
                                    "decided_at": "2026-11-24T12:00:00Z"},
                         "as_of": "2026-11-24T12:00:00Z", "note": "test data"}
                        """,
                        SelectionPayload.class);

        assertThat(payload.selection().filter())
                .isEqualTo(
                        new QuarantineFilter(
                                "malformed_json", null, "mqtt", null, null, null, "x", NOON));
        assertThat(payload.selection().asOf()).isEqualTo(NOON);
        assertThat(payload.selection().isEitherOr()).isTrue();
    }

    @Test
    void idsAndFilterTogether_orNone_areNoSelection() {
        QuarantineFilter any = QuarantineFilter.any();

        assertThat(new SelectionPayload(null, null, null, null).selection().isEitherOr()).isFalse();
        assertThat(
                        new io.soam.quarantine.boundary.QuarantineSelection(List.of("a"), any, null)
                                .isEitherOr())
                .isFalse();
    }

    @Test
    void aMendedPayloadIsTextOrBytes() throws Exception {
        ReplayPayload text =
                JsonFormat.MAPPER.readValue(
                        "{\"ids\": [\"a\"], \"payload\": \"{\\\"ü\\\":1}\"}", ReplayPayload.class);
        ReplayPayload bytes =
                JsonFormat.MAPPER.readValue(
                        "{\"ids\": [\"a\"], \"payload_base64\": \"//4=\"}", ReplayPayload.class);

        assertThat(text.mended()).isEqualTo("{\"ü\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(bytes.mended()).isEqualTo(new byte[] {-1, -2});
    }

    @Test
    void aDecisionIsSaidInWords() {
        assertThat(sentence("discarded", 1, 0)).isEqualTo("1 message is discarded.");
        assertThat(sentence("open", 3, 0)).isEqualTo("3 messages are open again.");
        assertThat(sentence("replayed", 500, 20))
                .isEqualTo("500 messages are replayed, 20 remain.");
    }

    private static String sentence(String state, long changed, long remaining) {
        return Sentences.of(new QuarantineDecision(state, changed, remaining, NOON, Map.of()));
    }
}
