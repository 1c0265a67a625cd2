package io.soam.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class BenchArithmeticTest {

    private static final Load LOAD = new Load(1_000, Duration.ofSeconds(2), 3, 2, 200, 1);

    @Test
    void percentiles_areRightWithinTheWidthOfABucket() {
        Latencies latencies = new Latencies();
        for (int micros = 1; micros <= 100_000; micros++) {
            latencies.add(micros);
        }

        assertThat(latencies.count()).isEqualTo(100_000);
        assertThat(latencies.percentileMillis(50)).isCloseTo(50, Percentage.withPercentage(2));
        assertThat(latencies.percentileMillis(95)).isCloseTo(95, Percentage.withPercentage(2));
        assertThat(latencies.percentileMillis(99)).isCloseTo(99, Percentage.withPercentage(2));
    }

    @Test
    void timesOutOfTheOrdinary_areCountedToo() {
        Latencies latencies = new Latencies();
        assertThat(latencies.percentileMillis(99)).isZero();

        latencies.add(-5);
        latencies.add(Duration.ofDays(30).toMillis() * 1_000);

        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.percentileMillis(50)).isCloseTo(0, within(0.01));
        assertThat(latencies.percentileMillis(100))
                .isGreaterThan((double) Duration.ofDays(1).toMillis());
    }

    @Test
    void messagesAreDueEvenly_andNeverMoreThanThereAre() {
        assertThat(LOAD.messages()).isEqualTo(2_000);
        assertThat(LOAD.dueNanos(0)).isZero();
        assertThat(LOAD.dueNanos(1_500)).isEqualTo(1_500_000_000L);
        assertThat(LOAD.due(0)).isEqualTo(1);
        assertThat(LOAD.due(999_999)).isEqualTo(1);
        assertThat(LOAD.due(1_000_000)).isEqualTo(2);
        assertThat(LOAD.due(Duration.ofMinutes(1).toNanos())).isEqualTo(2_000);
    }

    @Test
    void devicesTakeTurns_andShareTopics() {
        assertThat(List.of(LOAD.device(0), LOAD.device(1), LOAD.device(2), LOAD.device(3)))
                .containsExactly(0, 1, 2, 0);
        assertThat(List.of(LOAD.topic(0), LOAD.topic(1), LOAD.topic(2))).containsExactly(0, 1, 0);
    }

    @Test
    void aMessageHasItsNumbersTheTimeItWasDue_andTheWantedSize() throws Exception {
        Instant due = Instant.parse("2026-11-24T10:00:00.123Z");
        byte[] payload = new Payloads("a1b2", LOAD).payload(1_000, due);

        JsonNode message = new ObjectMapper().readTree(payload);
        assertThat(payload).hasSize(200);
        assertThat(message.path("step").asText()).isEqualTo("a1b2");
        assertThat(message.path("number").asInt()).isEqualTo(1_000);
        assertThat(message.path("sensor_id").asText()).isEqualTo("bench-1");
        assertThat(message.path("sequence").asInt()).isEqualTo(333);
        assertThat(message.path("timestamp").asText()).isEqualTo(due.toString());
        assertThat(new String(payload, StandardCharsets.US_ASCII))
                .startsWith(Payloads.begin("a1b2"))
                .contains(Payloads.NUMBER + "1000,");
    }

    @Test
    void aSizeBelowWhatAMessageMustSay_isExceeded() throws Exception {
        Load small = new Load(1, Duration.ofSeconds(1), 1, 1, 10, 1);
        byte[] payload = new Payloads("x", small).payload(0, Instant.EPOCH);

        assertThat(new ObjectMapper().readTree(payload).path("number").asInt()).isZero();
    }

    @Test
    void acknowledgedAndMissing_isLost_unacknowledgedAndMissing_isNot() {
        Acknowledgements sent = new Acknowledgements(40);
        for (int number = 0; number < 40; number += 2) {
            sent.acknowledged(number, 100);
        }
        Audit audit = new Audit(40);
        for (int number = 0; number < 40; number++) {
            if (number != 31 && number != 32) {
                audit.row(number, number + 7L, 0, 1_000, 2_000);
            }
        }

        assertThat(sent.count()).isEqualTo(20);
        assertThat(audit.stored()).isEqualTo(38);
        assertThat(audit.lost(sent)).isEqualTo(1);
        assertThat(audit.toReception().percentileMillis(99))
                .isCloseTo(1, Percentage.withPercentage(2));
        assertThat(audit.toBronze().percentileMillis(99))
                .isCloseTo(2, Percentage.withPercentage(2));
    }

    @Test
    void aRepetitionUnderOneIdentity_isRecognised_underAnotherItIsDoubled() {
        Audit audit = new Audit(3);
        audit.row(0, 5, 0, 0, 0);
        audit.row(0, 5, 0, 0, 0);
        audit.row(1, 0, 0, 0, 0);
        audit.row(1, 0, 0, 0, 0);
        audit.row(1, 6, 0, 0, 0);

        assertThat(audit.stored()).isEqualTo(2);
        assertThat(audit.repeated()).isEqualTo(3);
        assertThat(audit.doubled()).isEqualTo(1);
    }

    @Test
    void cpuTimeIsThatBetweenTwoMoments_forAMillionMessages() {
        CpuTimes before = new CpuTimes(Map.of("wildfly", 10.0, "broker", 5.0));
        CpuTimes after = new CpuTimes(Map.of("wildfly", 12.0, "broker", 5.5, "spark", 1.0));

        assertThat(after.perMillionSince(before, 100_000))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("wildfly", 20.0, "broker", 5.0, "spark", 10.0));
        assertThat(CpuTimes.now(null).seconds().get(CpuTimes.GENERATOR)).isPositive();
    }

    @Test
    void theReportForPrograms_hasTheAgreedFields() throws Exception {
        StepResult step =
                new StepResult(
                        100,
                        5,
                        500,
                        499,
                        1,
                        0,
                        1.5,
                        2.5,
                        3.5,
                        Map.of("wildfly", 12.5),
                        new StepResult.Detail(0, 0, 1, 1, new Latencies(), new Latencies()));

        String json = new ObjectMapper().writeValueAsString(new Report("m", List.of(step), 7));

        assertThat(json)
                .isEqualTo(
                        """
                        {"machine":"m","steps":[{"rate":100,"seconds":5,"sent":500,"stored":499,"lost":1,\
                        "duplicated":0,"p50Millis":1.5,"p95Millis":2.5,"p99Millis":3.5,\
                        "cpuSecondsPerMillion":{"wildfly":12.5}}],"discardRate":7.0}""");
        assertThat(step.isFaultless()).isFalse();
    }
}
