package io.soam.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir private Path folder;

    private final List<String> sent = new ArrayList<>();
    private final StringWriter complaints = new StringWriter();

    @Test
    void movesTimesToNowAndKeepsTheOriginalOnes() throws Exception {
        Replay replay =
                replay(
                        settings(Optional.empty(), Optional.of("t")),
                        """
                        {"timestamp":"2018-01-01T10:00:00Z","value":1}
                        {"value":2,"timestamp":1514800800200}
                        """);

        assertThat(sent)
                .containsExactly(
                        "t {\"timestamp\":\"2026-11-24T12:00:00.000Z\",\"value\":1,\"original_timestamp\":\"2018-01-01T10:00:00Z\"}",
                        "t {\"value\":2,\"timestamp\":\"2026-11-24T12:00:00.200Z\",\"original_timestamp\":1514800800200}");
        assertThat(replay.sent()).isEqualTo(2);
    }

    @Test
    void whatCannotBeSent_isToldWithItsLine() throws Exception {
        Replay replay =
                replay(
                        settings(Optional.empty(), Optional.of("t")),
                        """
                        {"value":1}
                        {"timestamp":"soon"}
                        nonsense
                        {"timestamp":"2018-01-01T10:00:00Z"}
                        """);

        assertThat(complaints.toString())
                .contains("line 1 is skipped: no field timestamp")
                .contains("line 2 is skipped: no time in timestamp: \"soon\"")
                .contains("line 3 is skipped: no JSON");
        assertThat(replay.sent()).isEqualTo(1);
        assertThat(replay.skipped()).isEqualTo(3);
    }

    @Test
    void manyBadLines_areCountedButNotAllTold() throws Exception {
        Replay replay =
                replay(settings(Optional.empty(), Optional.of("t")), "nonsense\n".repeat(5000));

        assertThat(replay.skipped()).isEqualTo(5000);
        assertThat(complaints.toString().lines().count()).isEqualTo(101);
    }

    @Test
    void atARate_aTimeIsNotNeeded() throws Exception {
        replay(settings(Optional.of(20.0), Optional.of("t")), "{\"a\":1}\n{\"a\":2}\n");

        assertThat(sent)
                .containsExactly(
                        "t {\"a\":1,\"timestamp\":\"2026-11-24T12:00:00.000Z\"}",
                        "t {\"a\":2,\"timestamp\":\"2026-11-24T12:00:00.050Z\"}");
    }

    @Test
    void topicOfAMessage_goesBeforeThatOfTheOption() throws Exception {
        replay(
                new ReplaySettings(
                        new Speed(1), Optional.of(1000.0), Optional.empty(), "city/", "timestamp"),
                """
                {"topic":"aot_light","payload":{"a":1}}
                {"a":2}
                """);

        assertThat(sent).hasSize(1).first().asString().startsWith("city/aot_light {");
        assertThat(complaints.toString())
                .contains("line 2 is skipped: no topic, and none is given by --topic");
    }

    private Replay replay(ReplaySettings settings, String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("a.jsonl"), lines);
        Replay replay =
                new Replay(
                        settings,
                        (topic, payload) -> sent.add(topic + " " + payload),
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new PrintWriter(complaints));
        replay.begin();
        Recording.of(file).read(replay);
        return replay;
    }

    private static ReplaySettings settings(Optional<Double> rate, Optional<String> topic) {
        return new ReplaySettings(new Speed(1), rate, topic, "", "timestamp");
    }
}
