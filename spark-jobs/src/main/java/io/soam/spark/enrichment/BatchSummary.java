package io.soam.spark.enrichment;

import io.soam.domain.time.EpochMicros;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.MapData;

/**
 * All that a batch's report and the averages need to know of its rows, added up in one pass over
 * each partition. Two of them add up to a third.
 */
final class BatchSummary implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Map<String, StreamCounts> streams = new HashMap<>();
    private final Map<String, Long> rules = new HashMap<>();
    private final Map<WindowKey, WindowSums> windows = new HashMap<>();
    private final Ages ages;
    private final Ages agesOfTemperatures;
    private final PriorityQueue<LatestReading> latest = new PriorityQueue<>();
    private long lastReceivedMicros = Long.MIN_VALUE;
    private long lastEventMicros = Long.MIN_VALUE;

    /**
     * @param referenceMicros the moment that ages are seen from; the same for all partitions
     */
    BatchSummary(long referenceMicros) {
        ages = new Ages(referenceMicros);
        agesOfTemperatures = new Ages(referenceMicros);
    }

    /** Adds a row with the columns of {@link SummaryColumns}. */
    void add(InternalRow row) {
        Kind kind = Kind.valueOf(row.getUTF8String(SummaryColumns.KIND).toString());
        String ingestionId = text(row, SummaryColumns.INGESTION_ID);
        streams.merge(ingestionId, StreamCounts.one(kind), StreamCounts::plus);
        if (!row.isNullAt(SummaryColumns.RECEIVED_AT)) {
            lastReceivedMicros =
                    Math.max(lastReceivedMicros, row.getLong(SummaryColumns.RECEIVED_AT));
        }
        if (kind == Kind.SILVER) {
            addSilver(row, ingestionId);
        }
    }

    private void addSilver(InternalRow row, String ingestionId) {
        long at = row.getLong(SummaryColumns.TIMESTAMP);
        lastEventMicros = Math.max(lastEventMicros, at);
        ages.add(at);
        if (!row.isNullAt(SummaryColumns.TEMPERATURE)) {
            agesOfTemperatures.add(at);
            windows.merge(
                    WindowKey.of(text(row, SummaryColumns.SENSOR_ID), at),
                    WindowSums.of(
                            row.getDouble(SummaryColumns.TEMPERATURE),
                            row.getLong(SummaryColumns.ENRICHED_AT)),
                    WindowSums::plus);
        }
        countRules(row);
        if (latest.size() < LatestReading.LIMIT || micros(latest.peek().at()) < at) {
            offer(reading(row, ingestionId, at));
        }
    }

    private void countRules(InternalRow row) {
        if (row.isNullAt(SummaryColumns.RULE_KEYS)) {
            return;
        }
        String keys = text(row, SummaryColumns.RULE_KEYS);
        for (int start = 0; start < keys.length(); ) {
            int end = keys.indexOf(RuleUsage.SEPARATOR, start);
            end = end < 0 ? keys.length() : end;
            rules.merge(keys.substring(start, end), 1L, Long::sum);
            start = end + 1;
        }
    }

    private void offer(LatestReading reading) {
        latest.add(reading);
        if (latest.size() > LatestReading.LIMIT) {
            latest.remove();
        }
    }

    private static LatestReading reading(InternalRow row, String ingestionId, long at) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        MapData data = row.getMap(SummaryColumns.NORMALIZED_DATA);
        for (int i = 0; i < Math.min(data.numElements(), LatestReading.MAX_NUMBERS); i++) {
            numbers.put(
                    LatestReading.printable(data.keyArray().getUTF8String(i).toString()),
                    data.valueArray().getDouble(i));
        }
        return new LatestReading(
                instant(at),
                LatestReading.printable(text(row, SummaryColumns.SENSOR_ID)),
                ingestionId,
                text(row, SummaryColumns.MESSAGE_ID),
                numbers);
    }

    /** Adds what another one has added up. */
    void addAll(BatchSummary other) {
        other.streams.forEach((id, counts) -> streams.merge(id, counts, StreamCounts::plus));
        other.rules.forEach((key, count) -> rules.merge(key, count, Long::sum));
        other.windows.forEach((key, sums) -> windows.merge(key, sums, WindowSums::plus));
        ages.addAll(other.ages);
        agesOfTemperatures.addAll(other.agesOfTemperatures);
        other.latest.forEach(this::offer);
        lastReceivedMicros = Math.max(lastReceivedMicros, other.lastReceivedMicros);
        lastEventMicros = Math.max(lastEventMicros, other.lastEventMicros);
    }

    /** Adds messages that were set aside unread. */
    void addUnread(String ingestionId, long messages) {
        streams.merge(ingestionId, StreamCounts.of(Kind.UNREADABLE, messages), StreamCounts::plus);
    }

    Map<String, StreamCounts> streams() {
        return streams;
    }

    StreamCounts total() {
        return streams.values().stream().reduce(StreamCounts.NONE, StreamCounts::plus);
    }

    Map<String, Long> rules() {
        return rules;
    }

    Map<WindowKey, WindowSums> windows() {
        return windows;
    }

    Ages ages() {
        return ages;
    }

    Ages agesOfTemperatures() {
        return agesOfTemperatures;
    }

    List<LatestReading> latestReadings() {
        List<LatestReading> newestFirst = new ArrayList<>(latest);
        newestFirst.sort(Comparator.reverseOrder());
        return newestFirst;
    }

    /** Reception of the newest message; null without messages. */
    Instant lastReceivedAt() {
        return lastReceivedMicros == Long.MIN_VALUE ? null : instant(lastReceivedMicros);
    }

    /** Newest event time; null without silver rows. */
    Instant lastEventTime() {
        return lastEventMicros == Long.MIN_VALUE ? null : instant(lastEventMicros);
    }

    private static String text(InternalRow row, int column) {
        return row.isNullAt(column) ? "" : row.getUTF8String(column).toString();
    }

    static Instant instant(long micros) {
        return EpochMicros.instant(micros);
    }

    static long micros(Instant instant) {
        return EpochMicros.of(instant);
    }
}
