package io.soam.spark.enrichment;

import io.soam.domain.alert.AlertEpisode;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Alert episodes as rows of their table, and back. */
final class AlertRows {

    private AlertRows() {}

    static Row row(AlertEpisode episode, long batchId) {
        return RowFactory.create(
                episode.sensorId(),
                episode.temperature(),
                episode.raisedAt(),
                AlertEpisode.TYPE,
                episode.raisedAt(),
                episode.messageId(),
                episode.threshold(),
                episode.peak(),
                episode.readings(),
                episode.lastAt(),
                episode.clearedAt(),
                batchId,
                partition(episode.raisedAt()));
    }

    static AlertEpisode episode(Row row) {
        return new AlertEpisode(
                row.getString(0),
                row.getInstant(4),
                row.getDouble(1),
                row.getString(5),
                row.getDouble(6),
                row.getDouble(7),
                row.getLong(8),
                row.getInstant(9),
                row.isNullAt(10) ? null : row.getInstant(10));
    }

    /** The partition of an episode: the day on which it was raised, such as 2026-11-24. */
    static String partition(Instant raisedAt) {
        return raisedAt.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
