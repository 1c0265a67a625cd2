package io.soam.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolledReadingTest {

    private static final Instant FETCHED = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void aRecordWithATime_isKnownByItsContent() {
        assertThat(key("{\"t\":1,\"timestamp\":\"2026-11-24T09:59:00Z\"}", 0)).isNull();
        assertThat(key("{\"timestamp\":1795555202171}", 1)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"t\":1}", "{\"timestamp\":\"soon\"}", "21.5", "[1]", ""})
    void aRecordWithout_isAReadingOfItsOwn(String record) {
        assertThat(key(record, 3)).isEqualTo("2026-11-24T10:00:00Z/3");
    }

    private static String key(String record, int index) {
        return PolledReading.key(record.getBytes(UTF_8), FETCHED, index);
    }
}
