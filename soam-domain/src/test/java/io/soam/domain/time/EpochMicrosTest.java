package io.soam.domain.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochMicrosTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1677-09-21T00:12:43.145224Z",
                "1969-12-31T23:59:59.999999Z",
                "1970-01-01T00:00:00Z",
                "2262-04-12T00:00:00Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void everyYearOfTheCalendarSurvives(String text) {
        Instant instant = Instant.parse(text);
        assertThat(EpochMicros.instant(EpochMicros.of(instant))).isEqualTo(instant);
    }

    @Property
    void everyTimeThatADeviceMaySendHasMicros(@ForAll String text, @ForAll long epoch) {
        Instant reception = Instant.parse("2026-11-24T10:00:00Z");
        for (String sent : new String[] {text, String.valueOf(epoch), epoch + ".5"}) {
            Instant at = EventTimeParser.parse(sent, reception).at();
            assertThat(EpochMicros.instant(EpochMicros.of(at)))
                    .isEqualTo(at.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
