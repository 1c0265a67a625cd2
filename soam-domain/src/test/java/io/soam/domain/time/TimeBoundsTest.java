package io.soam.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundsTest {

    private static final TimeBounds BOUNDS =
            new TimeBounds(Duration.ofHours(1), Duration.ofMinutes(5));
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00:00Z,",
        "2026-11-25T09:00:00Z,",
        "2026-11-25T08:59:59.999999Z, time_late",
        "2026-11-25T10:05:00Z,",
        "2026-11-25T10:05:00.000001Z, time_future",
        "2036-01-01T00:00:00Z, time_future",
        "0001-01-01T00:00:00Z, time_late",
        "9999-12-31T23:59:59Z, time_future"
    })
    void tellsLateAndFutureFromUsualTimes(Instant at, String flag) {
        assertThat(BOUNDS.flag(EpochMicros.of(at), EpochMicros.of(RECEIVED)))
                .isEqualTo(Optional.ofNullable(flag));
    }
}
