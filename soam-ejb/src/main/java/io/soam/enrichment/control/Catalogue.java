package io.soam.enrichment.control;

import io.soam.platform.control.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads what the Spark application writes into the catalogue. */
@ApplicationScoped
public class Catalogue {

    private static final String STATE =
            """
            select a.state, a.application_id, a.message, a.started_at, a.heartbeat_at, now(),
              (select coalesce(max(version), 0) from soam.pipeline_configurations),
              (select coalesce(max(id), 0) from soam.enrichment_batches where committed_at is not null),
              w.waiting_rows, w.oldest_waiting, w.oldest_unrefined
            from soam.enrichment_applications a
            cross join (
              select coalesce(sum(row_count) filter (where batch_id is null), 0) as waiting_rows,
                min(first_received_at) filter (where batch_id is null) as oldest_waiting,
                min(first_received_at) as oldest_unrefined
              from soam.bronze_objects
              where batch_id is null
                 or batch_id = (select id from soam.enrichment_batches where committed_at is null)) w
            where a.name = 'enrichment'
            """;
    private static final String COLUMNS =
            "id, configuration_version, planned_at, committed_at, report";
    private static final String NEWEST =
            "select "
                    + COLUMNS
                    + " from soam.enrichment_batches where committed_at is not null"
                    + " order by id desc limit ?";
    private static final String AFTER =
            "select "
                    + COLUMNS
                    + " from soam.enrichment_batches where committed_at is not null"
                    + " and id > ? order by id limit ?";
    private static final String TOTALS =
            """
            select coalesce(sum((report ->> 'rowsIn')::bigint), 0),
              coalesce(sum((report ->> 'quarantined')::bigint), 0)
            from soam.enrichment_batches where committed_at >= ? and id <= ?
            """;
    private static final String CLAIM =
            """
            update soam.enrichment_batches set accounted_by = ?
            where id in (
              select id from soam.enrichment_batches
              where committed_at is not null and accounted_by is null
              order by id limit ? for update skip locked)
            returning
            """
                    + COLUMNS;

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    CatalogueState state() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(STATE);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new CatalogueState(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    instant(row, 4),
                    instant(row, 5),
                    instant(row, 6),
                    row.getLong(7),
                    row.getLong(8),
                    row.getLong(9),
                    instant(row, 10),
                    instant(row, 11));
        }
    }

    /** The newest committed micro-batches, newest first. */
    List<CommittedBatch> newest(int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setInt(1, limit);
            return batches(select);
        }
    }

    /** Committed micro-batches after one, oldest first. */
    List<CommittedBatch> after(long id, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AFTER)) {
            select.setLong(1, id);
            select.setInt(2, limit);
            return batches(select);
        }
    }

    /** What was taken and quarantined since a moment, up to a micro-batch. */
    DayTotals totals(Instant since, long upTo) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(TOTALS)) {
            select.setObject(1, since.atOffset(ZoneOffset.UTC));
            select.setLong(2, upTo);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new DayTotals(since, row.getLong(1), row.getLong(2));
            }
        }
    }

    /**
     * Takes committed micro-batches that no server has counted yet; each is given to one server
     * only, and only if the caller's transaction commits.
     */
    @Transactional(value = Transactional.TxType.MANDATORY, rollbackOn = SQLException.class)
    public List<CommittedBatch> claim(String podName, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(CLAIM)) {
            update.setString(1, podName);
            update.setInt(2, limit);
            return batches(update);
        }
    }

    private static List<CommittedBatch> batches(PreparedStatement statement) throws SQLException {
        List<CommittedBatch> batches = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                batches.add(
                        new CommittedBatch(
                                row.getLong(1),
                                row.getLong(2),
                                instant(row, 3),
                                instant(row, 4),
                                Json.read(row.getString(5), BatchReport.class)));
            }
        }
        return batches;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
