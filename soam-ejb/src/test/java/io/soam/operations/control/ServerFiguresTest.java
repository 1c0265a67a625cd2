package io.soam.operations.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.platform.control.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerFiguresTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void togetherTheyAreSumsAndExtremes() {
        ServerFigures one = new ServerFigures(10, 5, NOON, 100, NOON.minusSeconds(3), null, 7);
        ServerFigures other =
                new ServerFigures(1, 1, NOON.plusSeconds(1), 11, null, "disk full", 9)
                        .withProblemOf("soam-1");

        assertThat(one.and(other))
                .isEqualTo(
                        new ServerFigures(
                                11,
                                6,
                                NOON.plusSeconds(1),
                                111,
                                NOON.minusSeconds(3),
                                "soam-1: disk full",
                                9));
    }

    @Test
    void travelsAsJson_andAServerThatTellsNothingYetHasNone() {
        ServerFigures figures = new ServerFigures(10, 5, NOON, 100, null, "full", 7);

        assertThat(Json.read(Json.write(figures), ServerFigures.class)).isEqualTo(figures);
        assertThat(Json.read("{}", ServerFigures.class))
                .isEqualTo(new ServerFigures(0, 0, null, 0, null, null, 0));
    }
}
