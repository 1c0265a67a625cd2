package io.soam.lake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.soam.domain.message.MessageId;
import io.soam.domain.time.EventTime;
import io.soam.domain.time.TimeBounds;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.lake.parquet.BronzeRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BronzeRowsTest {

    private static final Instant RECEIVED = SpoolSamples.RECEIVED;
    private static final TimeBounds BOUNDS =
            new TimeBounds(Duration.ofHours(1), Duration.ofMinutes(5));

    @Test
    void lateFutureMissingAndUnparsableTimes_areFlagged_eachMessageForItself() {
        List<BronzeRow> rows =
                rows(
                        record(RECEIVED.minusSeconds(1), EventTime.Source.DEVICE, false),
                        record(RECEIVED.minusSeconds(7_200), EventTime.Source.DEVICE, false),
                        record(RECEIVED.plusSeconds(7_200), EventTime.Source.DEVICE, true),
                        record(RECEIVED, EventTime.Source.MISSING, false),
                        record(RECEIVED, EventTime.Source.UNPARSABLE, false));

        assertThat(rows.get(0).metadata())
                .doesNotContainKeys("event_time_skew", "event_time_flag", "payload_encoding");
        assertThat(rows.get(1).metadata()).contains(entry("event_time_skew", "time_late"));
        assertThat(rows.get(2).metadata())
                .contains(
                        entry("event_time_skew", "time_future"),
                        entry("payload_encoding", "base64"));
        assertThat(rows.get(3).metadata())
                .contains(entry("event_time_flag", "time_missing"))
                .doesNotContainKey("event_time_skew");
        assertThat(rows.get(4).metadata()).contains(entry("event_time_flag", "time_unparsable"));
        assertThat(rows).allSatisfy(row -> assertThat(row.metadata()).containsKey("topic"));
    }

    private static List<BronzeRow> rows(SpoolRecord... records) {
        List<BronzeRow> rows = new ArrayList<>();
        new BronzeRows(List.of(records), BOUNDS).forEachRemaining(rows::add);
        return rows;
    }

    private static SpoolRecord record(Instant at, EventTime.Source source, boolean binary) {
        byte[] payload = {'x'};
        return SpoolRecord.of(
                SpoolSamples.header("a"),
                RECEIVED,
                new EventTime(at, source),
                MessageId.of("a", "line/1", payload),
                binary,
                payload);
    }
}
