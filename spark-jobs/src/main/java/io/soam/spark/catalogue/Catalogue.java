package io.soam.spark.catalogue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plans and commits micro-batches. Every transaction first makes sure that the epoch is still ours;
 * the row lock it takes keeps a successor waiting until the transaction has ended.
 *
 * <p>Belongs to one thread.
 */
public final class Catalogue implements AutoCloseable {

    /** Objects of one batch: each costs a request or two, however few rows it has. */
    private static final int MAX_OBJECTS = 1_000;

    /** Stored bytes of one batch: payloads may be large where rows are few. */
    private static final long MAX_BYTES = 128L << 20;

    private static final String EPOCH =
            "select epoch from enrichment_applications where name = 'enrichment' for share";
    private static final String OPEN_BATCH =
            """
            select b.id, c.version, c.document::text
              from enrichment_batches b join pipeline_configurations c on c.version = b.configuration_version
             where b.committed_at is null
            """;
    private static final String OBJECTS_OF_BATCH =
            "select object_key, ingestion_id, row_count from bronze_objects where batch_id = ? order by id";
    private static final String WAITING_OBJECTS =
            """
            select id, object_key, ingestion_id, row_count, byte_count
              from bronze_objects where batch_id is null order by id limit ?
            """;
    private static final String NEWEST_CONFIGURATION =
            "select version, document::text from pipeline_configurations order by version desc limit 1";
    private static final String INSERT_BATCH =
            """
            insert into enrichment_batches (id, epoch, configuration_version, object_count, row_count)
            select coalesce(max(id), 0) + 1, ?, ?, ?, ? from enrichment_batches
            returning id
            """;
    private static final String TAKE_OBJECTS =
            "update bronze_objects set batch_id = ? where id = any (?) and batch_id is null";
    private static final String COMMIT_BATCH =
            """
            update enrichment_batches set committed_at = coalesce(committed_at, now()),
                   report = coalesce(report, cast(? as jsonb))
             where id = ?
            """;
    private static final String COMMITTED_LATELY =
            """
            with newest as (select least(max(committed_at), now()) as moment from enrichment_batches)
            select b.id, (extract(epoch from greatest(newest.moment - b.committed_at, interval '0')) * 1000)::bigint,
                   min(o.first_received_at), max(o.last_received_at)
              from newest
                   join enrichment_batches b on b.committed_at >= newest.moment - ? * interval '1 second'
                   join bronze_objects o on o.batch_id = b.id
             group by b.id, b.committed_at, newest.moment
             order by b.id
            """;

    private final CatalogueConnection connection;
    private final long epoch;

    public Catalogue(DataSource dataSource, long epoch) {
        this.connection = new CatalogueConnection(dataSource);
        this.epoch = epoch;
    }

    /**
     * The batch to work on: the open one if there is one, else a new one of waiting objects; empty
     * if nothing waits.
     *
     * @param maxRows bound of a new batch; one object with more rows is a batch by itself
     */
    public Optional<PlannedBatch> plan(long maxRows) throws SQLException {
        return connection.transaction(
                c -> {
                    requireEpoch(c);
                    Optional<PlannedBatch> open = openBatch(c);
                    return open.isPresent() ? open : newBatch(c, maxRows);
                });
    }

    /**
     * Makes sure that this application may still write.
     *
     * @throws FencedException if it may not
     */
    public void requireEpoch() throws SQLException {
        connection.transaction(
                c -> {
                    requireEpoch(c);
                    return null;
                });
    }

    /** Closes a batch; repeating this changes nothing. */
    public void commit(long batchId, String report) throws SQLException {
        connection.transaction(
                c -> {
                    requireEpoch(c);
                    try (PreparedStatement update = c.prepareStatement(COMMIT_BATCH)) {
                        update.setString(1, report);
                        update.setLong(2, batchId);
                        if (update.executeUpdate() != 1) {
                            throw new SQLException("Batch " + batchId + " is not in the catalogue");
                        }
                    }
                    return null;
                });
    }

    /**
     * The batches that were committed up to a time before the newest one. Not before now: while
     * this application is down, those who deliver to it again may be so, too.
     */
    public List<CommittedBatch> committedLately(Duration before) throws SQLException {
        return connection.transaction(
                c -> {
                    try (PreparedStatement select = c.prepareStatement(COMMITTED_LATELY)) {
                        select.setLong(1, before.toSeconds());
                        return committed(select);
                    }
                });
    }

    private static List<CommittedBatch> committed(PreparedStatement select) throws SQLException {
        List<CommittedBatch> batches = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                batches.add(
                        new CommittedBatch(
                                rows.getLong(1),
                                Duration.ofMillis(rows.getLong(2)),
                                rows.getTimestamp(3).toInstant(),
                                rows.getTimestamp(4).toInstant()));
            }
        }
        return batches;
    }

    private void requireEpoch(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(EPOCH);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next() || rows.getLong(1) != epoch) {
                throw new FencedException(epoch);
            }
        }
    }

    private static Optional<PlannedBatch> openBatch(Connection c) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(OPEN_BATCH);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            long id = rows.getLong(1);
            return Optional.of(
                    new PlannedBatch(
                            id, rows.getLong(2), rows.getString(3), objectsOf(c, id), true, true));
        }
    }

    private static List<PlannedObject> objectsOf(Connection c, long batchId) throws SQLException {
        try (PreparedStatement select = c.prepareStatement(OBJECTS_OF_BATCH)) {
            select.setLong(1, batchId);
            List<PlannedObject> objects = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    objects.add(
                            new PlannedObject(
                                    rows.getString(1), rows.getString(2), rows.getLong(3)));
                }
            }
            return objects;
        }
    }

    private Optional<PlannedBatch> newBatch(Connection c, long maxRows) throws SQLException {
        Selection selection = select(c, maxRows);
        if (selection.objects().isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement select = c.prepareStatement(NEWEST_CONFIGURATION);
                ResultSet rows = select.executeQuery()) {
            if (!rows.next()) {
                return Optional.empty();
            }
            long version = rows.getLong(1);
            long id = insertBatch(c, version, selection);
            take(c, id, selection);
            return Optional.of(
                    new PlannedBatch(
                            id,
                            version,
                            rows.getString(2),
                            selection.objects(),
                            false,
                            selection.more()));
        }
    }

    private static Selection select(Connection c, long maxRows) throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<PlannedObject> objects = new ArrayList<>();
        long rowCount = 0;
        long byteCount = 0;
        try (PreparedStatement select = c.prepareStatement(WAITING_OBJECTS)) {
            select.setInt(1, MAX_OBJECTS + 1);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    rowCount += rows.getLong(4);
                    byteCount += rows.getLong(5);
                    boolean tooMuch =
                            rowCount > maxRows
                                    || byteCount > MAX_BYTES
                                    || objects.size() == MAX_OBJECTS;
                    if (tooMuch && !objects.isEmpty()) {
                        return new Selection(ids, objects, true);
                    }
                    ids.add(rows.getLong(1));
                    objects.add(
                            new PlannedObject(
                                    rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
        }
        return new Selection(ids, objects, false);
    }

    private long insertBatch(Connection c, long configurationVersion, Selection selection)
            throws SQLException {
        try (PreparedStatement insert = c.prepareStatement(INSERT_BATCH)) {
            insert.setLong(1, epoch);
            insert.setLong(2, configurationVersion);
            insert.setInt(3, selection.objects().size());
            insert.setLong(4, selection.objects().stream().mapToLong(PlannedObject::rows).sum());
            try (ResultSet rows = insert.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void take(Connection c, long batchId, Selection selection) throws SQLException {
        try (PreparedStatement update = c.prepareStatement(TAKE_OBJECTS)) {
            update.setLong(1, batchId);
            update.setArray(2, c.createArrayOf("bigint", selection.ids().toArray()));
            if (update.executeUpdate() != selection.ids().size()) {
                throw new SQLException("Waiting objects were taken by another application");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private record Selection(List<Long> ids, List<PlannedObject> objects, boolean more) {}
}
