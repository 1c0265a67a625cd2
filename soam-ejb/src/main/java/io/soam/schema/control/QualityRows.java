package io.soam.schema.control;

import io.soam.domain.schema.Lateness;
import io.soam.domain.schema.QualityCounts;
import io.soam.domain.schema.QualityFigure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of figures of quality per hour. */
final class QualityRows {

    private static final int SECONDS_PER_HOUR = 3_600;

    /** Names of the columns are the names of the figures. */
    private static final List<QualityFigure> FIGURES = List.of(QualityFigure.values());

    static final String COLUMNS =
            FIGURES.stream().map(QualityRows::column).collect(Collectors.joining(", "))
                    + ", lateness";

    private static final String ADD =
            "insert into soam.quality_hours as q (ingestion_id, hour, %s) values (?, ?, %s)"
                            .formatted(
                                    COLUMNS,
                                    Stream.generate(() -> "?")
                                            .limit(FIGURES.size() + 1L)
                                            .collect(Collectors.joining(", ")))
                    + " on conflict (ingestion_id, hour) do update set "
                    + FIGURES.stream()
                            .map(QualityRows::column)
                            .map(name -> "%1$s = q.%1$s + excluded.%1$s".formatted(name))
                            .collect(Collectors.joining(", "))
                    + ", lateness = (select array_agg(a + b order by i) from"
                    + " unnest(q.lateness, excluded.lateness) with ordinality as both_of(a, b, i))";

    /**
     * An hour of a stream.
     *
     * @param ingestionId the stream
     * @param number hours since 1970
     */
    record Hour(String ingestionId, long number) {}

    private QualityRows() {}

    static void add(Connection connection, Map<Hour, QualityCounts> quality) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(ADD)) {
            for (Map.Entry<Hour, QualityCounts> entry : quality.entrySet()) {
                Hour hour = entry.getKey();
                QualityCounts counts = entry.getValue();
                int column = 1;
                upsert.setString(column++, hour.ingestionId());
                upsert.setTimestamp(
                        column++,
                        Timestamp.from(Instant.ofEpochSecond(hour.number() * SECONDS_PER_HOUR)));
                for (QualityFigure figure : FIGURES) {
                    upsert.setLong(column++, counts.get(figure));
                }
                upsert.setArray(
                        column,
                        connection.createArrayOf("bigint", counts.lateness().buckets().toArray()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    /** The figures of a row that has the {@link #COLUMNS}. */
    static QualityCounts read(ResultSet row) throws SQLException {
        Long[] buckets = (Long[]) row.getArray("lateness").getArray();
        QualityCounts counts = new QualityCounts(Lateness.of(Arrays.asList(buckets)));
        for (QualityFigure figure : FIGURES) {
            counts.add(figure, row.getLong(column(figure)));
        }
        return counts;
    }

    private static String column(QualityFigure figure) {
        return figure.name().toLowerCase(Locale.ROOT);
    }
}
