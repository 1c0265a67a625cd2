package io.soam.schema.control;

import io.soam.domain.schema.Evolution;
import io.soam.domain.schema.FieldChange;
import io.soam.domain.schema.QualityCounts;
import io.soam.domain.schema.StreamProfile;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Merges waiting observations into the metadata of their datasets and deletes them, in one
 * transaction: each counts exactly once, whatever crashes. One server does it at a time, under a
 * lock of the database, so that there is no other writer to wait for or to deadlock with.
 */
@ApplicationScoped
public class ProfileMerge {

    /** Number of the database lock. */
    private static final long LOCK = 0x50c0_0014L;

    /** Of a megabyte at most each. */
    private static final int MOST_CHUNKS = 4;

    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(?)";
    private static final String WAITING =
            "select id, content from soam.schema_observations where defect is null order by id limit ?";
    private static final String SET_ASIDE =
            "update soam.schema_observations set defect = ? where id = ?";
    private static final String DONE = "delete from soam.schema_observations where id = any (?)";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject Clock clock;

    private record Waiting(List<Long> ids, List<StreamObservation> observations) {}

    /**
     * Merges some of what waits.
     *
     * @return whether there may be more
     */
    @Transactional(rollbackOn = SQLException.class)
    public boolean mergeSome() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            if (!isAlone(connection)) {
                return false;
            }
            Waiting waiting = waiting(connection);
            if (!waiting.observations().isEmpty()) {
                merge(connection, waiting.observations());
            }
            delete(connection, waiting.ids());
            return waiting.ids().size() == MOST_CHUNKS;
        }
    }

    private static boolean isAlone(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(TRY_LOCK)) {
            lock.setLong(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static Waiting waiting(Connection connection) throws SQLException {
        Waiting waiting = new Waiting(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement select = connection.prepareStatement(WAITING)) {
            select.setInt(1, MOST_CHUNKS);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    try {
                        waiting.observations().addAll(ObservationChunks.read(rows.getBytes(2)));
                        waiting.ids().add(id);
                    } catch (IOException | RuntimeException e) {
                        setAside(connection, id, e.toString());
                    }
                }
            }
        }
        return waiting;
    }

    private static void setAside(Connection connection, long id, String defect)
            throws SQLException {
        SchemaLog.LOG.setAside(id, defect);
        try (PreparedStatement update = connection.prepareStatement(SET_ASIDE)) {
            update.setString(1, defect);
            update.setLong(2, id);
            update.executeUpdate();
        }
    }

    private void merge(Connection connection, List<StreamObservation> observations)
            throws SQLException {
        List<String> ids =
                observations.stream()
                        .map(StreamObservation::ingestionId)
                        .distinct()
                        .sorted()
                        .toList();
        Map<String, StreamProfile> profiles = DatasetRows.profiles(connection, ids);
        Map<String, StreamObservation> newest = new HashMap<>();
        Map<QualityRows.Hour, QualityCounts> quality = new HashMap<>();
        List<EvolutionRows.Change> changes = new ArrayList<>();
        for (StreamObservation observation : observations) {
            String id = observation.ingestionId();
            StreamProfile known =
                    profiles.computeIfAbsent(
                            id, some -> new StreamProfile(DistinctSketch.ALL.ofSensors()));
            for (FieldChange change :
                    Evolution.merge(known, observation.profile(), observation.quality())) {
                changes.add(
                        new EvolutionRows.Change(id, change, observation.objectOf(change.at())));
            }
            newest.merge(id, observation, ProfileMerge::newer);
            quality.computeIfAbsent(
                            new QualityRows.Hour(id, observation.hour()),
                            hour -> new QualityCounts())
                    .merge(observation.quality());
        }
        DatasetRows.write(
                connection,
                ids.stream()
                        .map(id -> new DatasetRows.Row(newest.get(id), profiles.get(id)))
                        .collect(Collectors.toList()),
                clock.instant());
        EvolutionRows.insert(connection, changes);
        QualityRows.add(connection, quality);
    }

    private static StreamObservation newer(StreamObservation one, StreamObservation other) {
        return one.hour() > other.hour() ? one : other;
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DONE)) {
            delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            delete.executeUpdate();
        }
    }
}
