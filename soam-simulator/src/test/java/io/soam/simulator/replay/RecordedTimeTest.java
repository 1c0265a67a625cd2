package io.soam.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTimeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\"2018-01-01T00:00:05Z\", 2018-01-01T00:00:05Z",
                "\"2018-01-01T02:00:05+02:00\", 2018-01-01T00:00:05Z",
                "\"2018-01-01T02:00:05.123+0200\", 2018-01-01T00:00:05.123Z",
                "\"2018/01/01 00:00:05\", 2018-01-01T00:00:05Z",
                "\"2018-01-01 00:00:05.123456\", 2018-01-01T00:00:05.123456Z",
                "\"2018-01-01T00:00\", 2018-01-01T00:00:00Z",
                "1514764805, 2018-01-01T00:00:05Z",
                "1514764805123, 2018-01-01T00:00:05.123Z",
                "1514764805.5, 2018-01-01T00:00:05.500Z",
            })
    void knowsHowTimesAreWritten(String json, Instant time) throws Exception {
        assertThat(RecordedTime.of(new ObjectMapper().readTree(json))).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"yesterday\"", "\"2018-13-01T00:00:00Z\"", "true", "null"})
    void anythingElse_isNoTime(String json) throws Exception {
        assertThat(RecordedTime.of(new ObjectMapper().readTree(json))).isEmpty();
    }
}
