package io.soam.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadProbeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"timestamp\":\"2026-11-24T10:00:00Z\"} | 2026-11-24T10:00:00Z",
                "{\"a\":{\"timestamp\":1},\"timestamp\":1795555202171} | 1795555202171",
                "{\"a\":[1,{\"timestamp\":1}],\"timestamp\":1.5} | 1.5",
                "{\"timestamp\":null,\"timestamp\":\"x\"} | x"
            })
    void findsTheTimestampOfTheTopLevel(String payload, String timestamp) {
        assertThat(PayloadProbe.timestamp(payload.getBytes(UTF_8))).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[1,2]",
                "42",
                "{\"timestamp\":",
                "{\"timestamp\":{\"a\":1}}",
                "{\"timestamp\":null}",
                "{\"a\":NaN}",
                "{'timestamp':'x'}"
            })
    void whatGivesNoTimestamp_isNoFault(String payload) {
        assertThat(PayloadProbe.timestamp(payload.getBytes(UTF_8))).isNull();
    }

    @Test
    void deepNesting_isNoFault() {
        byte[] deep = ("{\"a\":" + "[".repeat(100_000)).getBytes(UTF_8);

        assertThat(PayloadProbe.timestamp(deep)).isNull();
    }

    @Test
    void tellsTextFromBytes() {
        assertThat(PayloadProbe.isText("grün 🌡".getBytes(UTF_8))).isTrue();
        assertThat(PayloadProbe.isText(new byte[0])).isTrue();
        assertThat(PayloadProbe.isText(new byte[] {'a', (byte) 0xff})).isFalse();
        assertThat(PayloadProbe.isText(new byte[] {(byte) 0xc3})).isFalse();
    }
}
