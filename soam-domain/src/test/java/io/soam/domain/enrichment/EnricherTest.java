package io.soam.domain.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.soam.domain.enrichment.Outcome.Quarantined;
import io.soam.domain.enrichment.Outcome.Refined;
import io.soam.domain.enrichment.Outcome.Waiting;
import io.soam.domain.message.Envelope;
import io.soam.domain.message.MetadataKeys;
import io.soam.domain.rules.NormalizationRule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnricherTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:00Z");
    private static final Admission EVERYTHING = new Admission(true, Set.of());

    /** Reads {@code {a=1,b=2}}: enough of a notation to test what is not about JSON. */
    private static final PayloadReader READER =
            (payload, into) -> {
                if (payload.contains("boom")) {
                    throw new IllegalStateException("boom");
                }
                if (!payload.startsWith("{") || !payload.endsWith("}")) {
                    throw new UnreadablePayloadException(
                            QuarantineReason.MALFORMED_JSON, "Expected '}' at 1:2");
                }
                for (String pair : payload.substring(1, payload.length() - 1).split(",")) {
                    String[] keyAndValue = pair.split("=", 2);
                    into.add(keyAndValue[0], keyAndValue[1]);
                }
            };

    private static Outcome refine(
            Admission admission, Map<String, String> metadata, String payload) {
        PipelineConfiguration configuration =
                new PipelineConfiguration(
                        7,
                        List.of(
                                new NormalizationRule(null, "sensor_id", "sensorId"),
                                new NormalizationRule(null, "ts", "timestamp")),
                        admission,
                        30);
        Envelope envelope =
                new Envelope("id", "Stream-1", "mqtt", metadata, RECEIVED, RECEIVED, payload);
        return new Enricher(configuration, READER).refine(envelope);
    }

    private static SilverRow refined(Map<String, String> metadata, String payload) {
        Outcome outcome = refine(EVERYTHING, metadata, payload);
        assertThat(outcome).isInstanceOf(Refined.class);
        return ((Refined) outcome).row();
    }

    private static void assertQuarantined(String payload, QuarantineReason reason) {
        assertThat(refine(EVERYTHING, Map.of(), payload))
                .asInstanceOf(type(Quarantined.class))
                .satisfies(
                        q -> {
                            assertThat(q.reason()).isEqualTo(reason);
                            assertThat(q.detail()).isNotBlank();
                        });
    }

    @Test
    void aReadingBecomesASilverRow() {
        SilverRow row =
                refined(
                        Map.of(),
                        "{sensor_id=s1,ts=2026-11-24T09:59:58Z,temperature=21.5,State=ok}");
        assertThat(row.timestamp()).isEqualTo("2026-11-24T09:59:58Z");
        assertThat(row.sensorId()).isEqualTo("s1");
        assertThat(row.sensorData())
                .containsExactly(
                        entry("sensorId", "s1"),
                        entry("temperature", "21.5"),
                        entry("state", "ok"));
        assertThat(row.normalizedData()).containsExactly(entry("temperature", 21.5));
        assertThat(row.quality()).isEmpty();
    }

    @Test
    void withoutAnyNameOfADeviceTheStreamIsTheSensor() {
        assertThat(refined(Map.of(), "{temperature=1}").sensorId()).isEqualTo("Stream-1");
    }

    @Test
    void unusableTime_isReplacedAndFlagged() {
        SilverRow row = refined(Map.of(), "{ts=soon,temperature=1}");
        assertThat(row.timestamp()).isEqualTo(RECEIVED);
        assertThat(row.quality()).containsExactly("time_unparsable");
    }

    @Test
    void missingTime_isFlaggedOnlyIfTheEnvelopeHasNoneEither() {
        assertThat(refined(Map.of(), "{temperature=1}").quality()).isEmpty();
        assertThat(
                        refined(
                                        Map.of(MetadataKeys.EVENT_TIME_FLAG, "time_missing"),
                                        "{temperature=1}")
                                .quality())
                .containsExactly("time_missing");
    }

    @Test
    void whatReceptionSaysOfTheTime_isPassedOn() {
        assertThat(
                        refined(
                                        Map.of(MetadataKeys.EVENT_TIME_SKEW, "time_late"),
                                        "{temperature=1}")
                                .quality())
                .containsExactly("time_late");
    }

    @Test
    void plainTextIsKeptAsContent() {
        SilverRow row = refined(Map.of(), "open the gate");
        assertThat(row.sensorData())
                .containsExactly(entry("content", "open the gate"), entry("raw", "true"));
        assertThat(row.quality()).contains(SilverRow.PLAIN_TEXT);
    }

    @Test
    void whatCannotBeReadIsQuarantinedWithAReason() {
        assertQuarantined("", QuarantineReason.EMPTY_PAYLOAD);
        assertQuarantined(" \n", QuarantineReason.EMPTY_PAYLOAD);
        assertQuarantined("{a=1", QuarantineReason.MALFORMED_JSON);
        assertQuarantined("[{a=1}]", QuarantineReason.NOT_AN_OBJECT);
        assertQuarantined("{boom}", QuarantineReason.RULE_FAILED);
    }

    @Test
    void binaryPayloadIsQuarantined() {
        Map<String, String> binary = Map.of(MetadataKeys.PAYLOAD_ENCODING, MetadataKeys.BASE64);
        assertThat(refine(EVERYTHING, binary, "//4="))
                .asInstanceOf(type(Quarantined.class))
                .returns(QuarantineReason.NOT_TEXT, Quarantined::reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream-1", " STREAM-1 "})
    void aRegisteredStreamIsAdmittedHoweverItIsSpelt(String registered) {
        assertThat(refine(new Admission(false, Set.of(registered)), Map.of(), "{a=1}"))
                .isInstanceOf(Refined.class);
    }

    @Test
    void anUnregisteredStreamWaits_evenWithAnUnreadablePayload() {
        Admission other = new Admission(false, Set.of("other", "", "unknown"));
        assertThat(other.ingestionIds()).containsExactly("other");
        assertThat(refine(other, Map.of(), "{a=1")).isInstanceOf(Waiting.class);
    }

    @Test
    void aReplayedMessageWithoutATime_belongsToWhenItFirstCame() {
        Map<String, String> replay =
                Map.of(
                        MetadataKeys.FIRST_RECEIVED_AT,
                        "2026-11-20T08:00:00Z",
                        MetadataKeys.EVENT_TIME_FLAG,
                        "missing");

        assertThat(refined(replay, "{a=1}").timestamp())
                .isEqualTo(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(refined(replay, "{ts=2026-11-21T00:00:00Z}").timestamp())
                .isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
    }
}
