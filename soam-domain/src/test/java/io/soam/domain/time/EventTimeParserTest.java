package io.soam.domain.time;

import static io.soam.domain.time.EventTime.Source.DEVICE;
import static io.soam.domain.time.EventTime.Source.MISSING;
import static io.soam.domain.time.EventTime.Source.UNPARSABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeParserTest {

    private static final Instant RECEPTION = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:00:00Z,            2026-11-20T08:00:00Z",
        "2026-11-20T08:00Z,               2026-11-20T08:00:00Z",
        "2026-11-20T08:00:00.5Z,          2026-11-20T08:00:00.500Z",
        "2026-11-20T08:00:00.123456789Z,  2026-11-20T08:00:00.123456789Z",
        "2026-11-20T08:00:00+02:00,       2026-11-20T06:00:00Z",
        "2026-11-20T08:00:00+0200,        2026-11-20T06:00:00Z",
        "2026-11-20T08:00:00.250-05:30,   2026-11-20T13:30:00.250Z",
        "2026-11-20T08:00:00,             2026-11-20T08:00:00Z",
        "2026-11-20 08:00:00,             2026-11-20T08:00:00Z",
        "2026-11-20 08:00:00.123456,      2026-11-20T08:00:00.123456Z",
        "2026-11-20 08:00:00 +01:00,      2026-11-20T07:00:00Z",
        "2026-11-20T08:00,                2026-11-20T08:00:00Z",
        "2026-11-20,                      2026-11-20T00:00:00Z",
        "2026-11-20t08:00:00z,            2026-11-20T08:00:00Z",
        "2024-02-29T00:00:00Z,            2024-02-29T00:00:00Z",
    })
    void readsIsoNotations(String text, Instant expected) {
        assertThat(EventTimeParser.parse(text, RECEPTION))
                .isEqualTo(new EventTime(expected, DEVICE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1764000000",
                "1764000000.0",
                "1.764e9",
                "1764000000000",
                "1764000000000000",
                "1764000000000000000"
            })
    void readsEpochsOfAnyUnit(String text) {
        assertThat(EventTimeParser.parse(text, RECEPTION))
                .isEqualTo(new EventTime(Instant.ofEpochSecond(1_764_000_000L), DEVICE));
    }

    @Test
    void fractionOfEpochSecondsIsKept() {
        assertThat(EventTimeParser.parse("1764000000.25", RECEPTION).at())
                .isEqualTo(Instant.ofEpochSecond(1_764_000_000L, 250_000_000));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void missingTimeIsTheFallbackAndSaysSo(String text) {
        assertThat(EventTimeParser.parse(text, RECEPTION))
                .isEqualTo(new EventTime(RECEPTION, MISSING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2026-02-30T00:00:00Z",
                "2026-11-20T25:00:00Z",
                "2026-11-20T08:61:00Z",
                "true",
                "-",
                "e",
                "1e999",
                "99999999999999999999",
                "{}"
            })
    void unusableTimeIsTheFallbackAndSaysSo(String text) {
        assertThat(EventTimeParser.parse(text, RECEPTION))
                .isEqualTo(new EventTime(RECEPTION, UNPARSABLE));
    }

    @Property
    void readsWhatInstantPrints(
            @ForAll @LongRange(min = 0, max = 4_102_444_800_000_000L) long micros) {
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        assertThat(EventTimeParser.parse(instant.toString(), RECEPTION).at()).isEqualTo(instant);
    }

    @Property
    void neverFails(@ForAll String text) {
        assertThat(EventTimeParser.parse(text, RECEPTION).at()).isNotNull();
    }
}
