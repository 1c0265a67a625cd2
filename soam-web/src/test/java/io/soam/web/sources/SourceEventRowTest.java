package io.soam.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.ingestion.boundary.SourceEventView;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceEventRowTest {

    private static final Instant FIRST = Instant.parse("2026-11-25T08:00:00Z");
    private static final Instant LAST = Instant.parse("2026-11-25T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "connecting, , Started",
        "active, connecting, Connected",
        "error, connecting, Could not connect",
        "error, error, Failed for another reason",
        "active, error, Recovered",
        "error, active, Failed after it had worked",
        "connecting, active, Connecting anew",
        "stopped, active, Stopped"
    })
    void whatHappened_isSaidInWords(String status, String before, String words) {
        assertThat(SourceEventRow.what(status, before)).isEqualTo(words);
    }

    @Test
    void aLoopOfFailures_tellsItsLastTime_andSinceWhen() {
        SourceEventRow loop = row(12);
        SourceEventRow once = row(1);

        assertThat(loop.at()).isEqualTo(LAST);
        assertThat(loop.since()).isEqualTo(FIRST);
        assertThat(loop.times()).isEqualTo(12);
        assertThat(once.since()).isNull();
    }

    private static SourceEventRow row(long occurrences) {
        return SourceEventRow.of(
                new SourceEventView(
                        1, "soam-0", FIRST, LAST, occurrences, "connecting", "error", "refused"));
    }
}
