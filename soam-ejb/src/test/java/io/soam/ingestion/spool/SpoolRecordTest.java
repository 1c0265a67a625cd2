package io.soam.ingestion.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolRecordTest {

    private static final EncodedHeader HEADER =
            EncodedHeader.of(new StreamHeader("a", "mqtt", Map.of()));

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"})
    void keepsEveryTimeThatADeviceMayGive(String text) {
        Instant at = Instant.parse(text);
        SpoolRecord record =
                SpoolRecord.of(
                        HEADER,
                        Instant.parse("2026-11-24T10:00:00Z"),
                        new EventTime(at, EventTime.Source.DEVICE),
                        MessageId.of("a", "t", new byte[0]),
                        false,
                        new byte[0]);

        assertThat(record.eventTime()).isEqualTo(at);
    }
}
