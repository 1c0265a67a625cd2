package io.soam.answers.control;

import io.soam.answers.boundary.TemperatureAlert;
import io.soam.answers.boundary.TemperatureAverage;
import io.soam.domain.lake.LakeLayout;
import io.soam.lake.control.LakeQueries;
import io.soam.sparkconnect.LakeQueryException;
import io.soam.sparkconnect.LakeRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Asks gold about temperatures: the columns and the time range needed, nothing else. */
@ApplicationScoped
public class TemperatureQueries {

    /** Most rows of an answer; of a larger one the newest are kept. */
    static final int MOST_ROWS = 50_000;

    /** A device's clock may be ahead; one that is years ahead belongs on no chart of today. */
    private static final Duration AHEAD = Duration.ofHours(1);

    @Inject LakeQueries lake;
    @Inject Clock clock;

    /** Averages of the windows that began in the range, by time and sensor. */
    List<TemperatureAverage> averages(Duration range) {
        LakeRows rows =
                ask(
                        "select sensorId, time_start, time_end, avg_temp, reading_count, min_enrichment_ts from "
                                + lake.table(LakeLayout.TEMPERATURE_AVERAGES)
                                + " where time_start between :since and :until order by time_start desc",
                        range);
        return rows.rows().stream()
                .map(TemperatureQueries::average)
                .sorted(
                        Comparator.comparing(TemperatureAverage::timeStart)
                                .thenComparing(TemperatureAverage::sensorId))
                .toList();
    }

    /** Alerts whose newest reading above the limit is in the range, newest first. */
    List<TemperatureAlert> alerts(Duration range) {
        LakeRows rows =
                ask(
                        "select sensorId, temperature, event_time, alert_type, threshold, peak, readings, last_at,"
                                + " cleared_at, message_id from "
                                + lake.table(LakeLayout.TEMPERATURE_ALERTS)
                                + " where last_at >= :since order by event_time desc",
                        range);
        return rows.rows().stream().map(TemperatureQueries::alert).toList();
    }

    private LakeRows ask(String sql, Duration range) {
        try {
            Instant now = clock.instant();
            return lake.ask(
                    sql, Map.of("since", now.minus(range), "until", now.plus(AHEAD)), MOST_ROWS);
        } catch (LakeQueryException e) {
            if (isMissing(e)) {
                return new LakeRows(List.of(), List.of(), false);
            }
            throw e;
        }
    }

    /** Spark makes a table with the first row it writes to it. */
    private static boolean isMissing(LakeQueryException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("DELTA_TABLE_NOT_FOUND")
                || message.contains("DELTA_MISSING_DELTA_TABLE")
                || message.contains("TABLE_OR_VIEW_NOT_FOUND")
                || message.contains("PATH_NOT_FOUND");
    }

    private static TemperatureAverage average(List<Object> row) {
        return new TemperatureAverage(
                (String) row.get(0),
                (Instant) row.get(1),
                (Instant) row.get(2),
                ((Number) row.get(3)).doubleValue(),
                ((Number) row.get(4)).longValue(),
                (Instant) row.get(5));
    }

    private static TemperatureAlert alert(List<Object> row) {
        return new TemperatureAlert(
                (String) row.get(0),
                ((Number) row.get(1)).doubleValue(),
                (Instant) row.get(2),
                (String) row.get(3),
                ((Number) row.get(4)).doubleValue(),
                ((Number) row.get(5)).doubleValue(),
                ((Number) row.get(6)).longValue(),
                (Instant) row.get(7),
                (Instant) row.get(8),
                (String) row.get(9));
    }
}
