package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code soam bench ingest}, whose report programs read: its shape is a promise. */
@SystemTest
class BenchIT {

    private static final int RATE = 200;
    private static final int SECONDS = 5;

    @Test
    void measured_itTellsThatNothingIsLostOrDoubled(SoamStack stack) throws IOException {
        SoamCommand.Outcome outcome =
                stack.bench(
                        "ingest",
                        "--rate=" + RATE,
                        "--duration=" + SECONDS,
                        "--devices=10",
                        "--warm-up=1",
                        "--json");

        assertThat(outcome.exitCode()).as("%s", outcome).isZero();
        JsonNode report = new ObjectMapper().readTree(outcome.printed());
        assertThat(names(report)).containsExactly("machine", "steps", "discardRate");
        assertThat(report.path("machine").asText()).contains("cores").contains("Java");
        assertThat(report.path("discardRate").asDouble()).isPositive();
        assertThat(report.path("steps")).hasSize(1);
        JsonNode step = report.path("steps").path(0);
        assertThat(names(step))
                .containsExactly(
                        "rate",
                        "seconds",
                        "sent",
                        "stored",
                        "lost",
                        "duplicated",
                        "p50Millis",
                        "p95Millis",
                        "p99Millis",
                        "cpuSecondsPerMillion");
        assertThat(step.path("rate").asInt()).isEqualTo(RATE);
        assertThat(step.path("seconds").asInt()).isEqualTo(SECONDS);
        assertThat(step.path("sent").asInt()).isEqualTo(RATE * SECONDS);
        assertThat(step.path("stored")).isEqualTo(step.path("sent"));
        assertThat(step.path("lost").asInt()).isZero();
        assertThat(step.path("duplicated").asInt()).isZero();
        assertThat(step.path("p50Millis").asDouble()).isPositive();
        assertThat(step.path("p95Millis").asDouble())
                .isBetween(step.path("p50Millis").asDouble(), step.path("p99Millis").asDouble());
        assertThat(names(step.path("cpuSecondsPerMillion"))).contains("wildfly");
        assertThat(step.path("cpuSecondsPerMillion")).allMatch(cpu -> cpu.asDouble() >= 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rate=0     | must be more than 0",
                "--rate=fast  | Invalid value for option '--rate'",
                "--qos=3      | The quality of service must be 0, 1 or 2, not 3.",
                "--speed=1    | Unknown option: '--speed=1'",
            })
    void wrongUsage_isExplained(String option, String explanation, SoamStack stack) {
        SoamCommand.Outcome outcome = stack.bench("ingest", option);

        assertThat(outcome.exitCode()).as("%s", outcome).isEqualTo(2);
        assertThat(outcome.complaints()).contains(explanation).doesNotContain("\tat ");
        assertThat(outcome.printed()).isEmpty();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
