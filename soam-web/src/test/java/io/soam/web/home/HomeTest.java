package io.soam.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.LatestReading;
import io.soam.answers.boundary.TemperatureAlert;
import io.soam.enrichment.boundary.StreamsStatus;
import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.CitySnapshot.Rate;
import io.soam.operations.boundary.PartState;
import io.soam.web.rest.JsonFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final PartState DOWN =
            new PartState("object_store", "Object store", false, "Object store: no answer.", 3_000);
    private static final PartState UP = new PartState("database", "Database", true, "18.6", 2);

    @Test
    void saysWhatIsDownBeforeAnythingElse() {
        Home home = Home.of(city(List.of(UP, DOWN), null, "running"));
        assertThat(home.problem()).isEqualTo("Object store is down. No answer.");
        assertThat(home.parts().items())
                .extracting(PartItem::label)
                .first()
                .isEqualTo("Object store");
    }

    @Test
    void saysNothingWhileAllIsWell() {
        Home home = Home.of(city(List.of(UP), null, "running"));
        assertThat(home.problem()).isNull();
        assertThat(home.context()).isEqualTo("2 sources, 1 stream");
        assertThat(home.stages()).extracting(Stage::tone).containsOnly(Tone.OK);
    }

    @Test
    void saysWhyBronzeWaits() {
        Home home = Home.of(city(List.of(UP), "Messages wait in the spool.", "running"));
        assertThat(home.stages().get(1).tone()).isEqualTo(Tone.BAD);
        assertThat(home.stages().get(1).text()).isEqualTo("Messages wait in the spool.");
    }

    @Test
    void saysWhyThePipelineDoesNotRun() {
        Home home = Home.of(city(List.of(UP), null, "failed"));
        assertThat(home.stages().get(2).tone()).isEqualTo(Tone.BAD);
        assertThat(home.stages().get(2).text()).isEqualTo("Spark ended.");
        assertThat(home.readings().state()).isEqualTo(CardState.STALE);
    }

    @Test
    void putsOpenAlertsFirst() {
        Home home = Home.of(city(List.of(UP), null, "running"));
        assertThat(home.openAlerts()).isEqualTo(1);
        assertThat(home.alerts().items())
                .extracting(AlertItem::tone)
                .containsExactly(Tone.BAD, Tone.IDLE);
        assertThat(home.alerts().items().get(0).text())
                .isEqualTo("hot at 27.3 °C, limit 27.0 °C, 3 readings");
    }

    @Test
    void marksReadingsOverTheLimit() {
        Home home = Home.of(city(List.of(UP), null, "running"));
        ReadingRow row = home.readings().items().get(0);
        assertThat(row.word()).isEqualTo("over limit");
        assertThat(row.value()).isEqualTo("27.3 °C");
        assertThat(row.more()).isEqualTo("60 % humidity");
        assertThat(row.kind()).isEqualTo("Temperature");
    }

    @Test
    void isReadByTheBrowserInSnakeCaseAndLowerCase() {
        String json = JsonFormat.MAPPER.valueToTree(Home.unavailable(NOON, "Why.")).toString();
        assertThat(json)
                .contains("\"last_received_at\":null")
                .contains("\"state\":\"error\"")
                .contains("\"tone\":\"idle\"");
    }

    private static CitySnapshot city(List<PartState> parts, String spoolProblem, String state) {
        StreamsStatus pipeline =
                new StreamsStatus(
                        state,
                        "local-1",
                        "running".equals(state) ? null : "Spark ended.",
                        NOON,
                        NOON,
                        3,
                        0,
                        null,
                        null,
                        List.of());
        Rate rate = new Rate(1_024, List.of(1_000.0, 1_024.0));
        return new CitySnapshot(
                NOON,
                rate,
                rate,
                rate,
                NOON,
                8.4,
                0.9,
                4.1,
                3,
                3_600_000,
                2_000,
                spoolProblem,
                2,
                0,
                1,
                pipeline,
                parts,
                new Answer<>(List.of(), NOON, null),
                new Answer<>(List.of(alert("cold", NOON), alert("hot", null)), NOON, null),
                List.of(reading()),
                27);
    }

    private static TemperatureAlert alert(String sensor, Instant clearedAt) {
        return new TemperatureAlert(
                sensor, 27.1, NOON, "TEMP_OVER_LIMIT", 27, 27.3, 3, NOON, clearedAt, "m");
    }

    private static LatestReading reading() {
        return new LatestReading(
                NOON, "s", "stream", "m", Map.of("humidity", 60.0, "temperature", 27.3));
    }
}
