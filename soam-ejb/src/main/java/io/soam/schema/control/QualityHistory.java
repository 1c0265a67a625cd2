package io.soam.schema.control;

import io.soam.domain.schema.QualityCounts;
import io.soam.domain.schema.QualityFigure;
import io.soam.schema.boundary.MetadataUnavailableException;
import io.soam.schema.boundary.QualityFigures;
import io.soam.schema.boundary.QualityHour;
import io.soam.schema.boundary.QualityMetricView;
import io.soam.schema.boundary.QualityReport;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import javax.sql.DataSource;

/** The figures of quality of datasets: those that are computed and those that others measure. */
@ApplicationScoped
public class QualityHistory {

    private static final Duration NOW = Duration.ofHours(24);
    private static final int MOST_METRICS = 500;

    private static final String SERIES =
            "select hour, "
                    + QualityRows.COLUMNS
                    + " from soam.quality_hours where ingestion_id = ? and hour >= ? order by hour";

    private static final String METRICS =
            """
            select id, metric_name, metric_value, measurement_time, created_by
            from soam.data_quality where ingestion_id = ? order by measurement_time desc, id desc limit ?
            """;

    private static final String ADD =
            """
            insert into soam.data_quality (ingestion_id, metric_name, metric_value, measurement_time, created_by)
            values (?, ?, ?, ?, ?) returning id
            """;

    private static final String DELETE_METRICS =
            "delete from soam.data_quality where measurement_time < ?";
    private static final String DELETE_HOURS = "delete from soam.quality_hours where hour < ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Clock clock;

    private record CountedHour(Instant hour, QualityCounts counts) {}

    /** The figures of a dataset of the last hours. */
    public QualityReport of(String ingestionId, Duration period) {
        Instant now = clock.instant();
        List<CountedHour> hours =
                new Rows(
                                dataSource,
                                SERIES,
                                List.of(ingestionId, Timestamp.from(now.minus(period))))
                        .all(row -> new CountedHour(Rows.instant(row, 1), QualityRows.read(row)));
        QualityCounts recent = new QualityCounts();
        for (CountedHour hour : hours) {
            if (hour.hour().isAfter(now.minus(NOW))) {
                recent.merge(hour.counts());
            }
        }
        return new QualityReport(
                ingestionId,
                figures(recent),
                hours.stream()
                        .map(hour -> new QualityHour(hour.hour(), figures(hour.counts())))
                        .toList(),
                metrics(ingestionId));
    }

    private List<QualityMetricView> metrics(String ingestionId) {
        return new Rows(dataSource, METRICS, List.of(ingestionId, MOST_METRICS))
                .all(
                        row ->
                                new QualityMetricView(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getDouble(3),
                                        Rows.instant(row, 4),
                                        row.getString(5)));
    }

    /** Adds a figure that somebody has measured. */
    @Transactional
    public QualityMetricView add(String ingestionId, String name, double value, String createdBy) {
        Instant at = clock.instant();
        return new Rows(
                        dataSource,
                        ADD,
                        List.of(ingestionId, name, value, Timestamp.from(at), createdBy))
                .one(row -> new QualityMetricView(row.getLong(1), name, value, at, createdBy));
    }

    /**
     * Deletes old figures, and nothing else.
     *
     * @return how many
     */
    @Transactional
    public long deleteBefore(Instant time) {
        try (Connection connection = dataSource.getConnection()) {
            return delete(connection, DELETE_HOURS, time)
                    + delete(connection, DELETE_METRICS, time);
        } catch (SQLException e) {
            throw new MetadataUnavailableException(e);
        }
    }

    private static long delete(Connection connection, String sql, Instant time)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setTimestamp(1, Timestamp.from(time));
            return delete.executeUpdate();
        }
    }

    private static QualityFigures figures(QualityCounts counts) {
        return new QualityFigures(
                counts.get(QualityFigure.RECORDS),
                counts.get(QualityFigure.UNREADABLE),
                orNull(counts.completeness()),
                counts.get(QualityFigure.TYPE_CONFLICTS),
                counts.get(QualityFigure.OUT_OF_ORDER),
                orNull(counts.ratio(QualityFigure.OUT_OF_ORDER, QualityFigure.ORDER_CHECKED)),
                counts.get(QualityFigure.DUPLICATES),
                counts.get(QualityFigure.FUTURE_TIMES),
                counts.get(QualityFigure.MISSING_TIMES),
                counts.get(QualityFigure.UNPARSABLE_TIMES),
                orNull(counts.lateness().percentile(0.5)),
                orNull(counts.lateness().percentile(0.95)),
                orNull(counts.lateness().percentile(0.99)));
    }

    private static Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
