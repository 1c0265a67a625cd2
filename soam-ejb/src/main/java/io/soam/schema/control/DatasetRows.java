package io.soam.schema.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.domain.schema.FieldProfile;
import io.soam.domain.schema.StreamProfile;
import io.soam.domain.time.EpochMicros;
import io.soam.platform.control.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of datasets, as the merge needs it. */
final class DatasetRows {

    private static final String PROFILES =
            "select ingestion_id, profile from soam.dataset_metadata where ingestion_id = any (?)";

    private static final String UPSERT =
            """
            insert into soam.dataset_metadata
              (ingestion_id, topic, source_type, source_id, record_count, unreadable_count, data_size_bytes,
               first_seen, last_seen, first_event_time, last_event_time, unique_sensor_ids, field_count,
               field_types, profile, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (ingestion_id) do update set
              topic = excluded.topic, source_type = excluded.source_type, source_id = excluded.source_id,
              record_count = excluded.record_count, unreadable_count = excluded.unreadable_count,
              data_size_bytes = excluded.data_size_bytes,
              first_seen = excluded.first_seen, last_seen = excluded.last_seen,
              first_event_time = excluded.first_event_time, last_event_time = excluded.last_event_time,
              unique_sensor_ids = excluded.unique_sensor_ids, field_count = excluded.field_count,
              field_types = excluded.field_types, profile = excluded.profile, updated_at = excluded.updated_at
            """;

    /**
     * A dataset as it is now.
     *
     * @param newest what was found in it last
     * @param profile all that is known of it
     */
    record Row(StreamObservation newest, StreamProfile profile) {}

    private DatasetRows() {}

    static Map<String, StreamProfile> profiles(Connection connection, List<String> ids)
            throws SQLException {
        Map<String, StreamProfile> profiles = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(PROFILES)) {
            select.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    profiles.put(rows.getString(1), read(rows.getBytes(2)));
                }
            }
        }
        return profiles;
    }

    static StreamProfile read(byte[] profile) {
        try {
            return StreamProfile.read(
                    new DataInputStream(new ByteArrayInputStream(profile)), DistinctSketch.ALL);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a profile of this version of SOAM", e);
        }
    }

    static void write(Connection connection, List<Row> rows, Instant now) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Row row : rows) {
                StreamObservation newest = row.newest();
                StreamProfile profile = row.profile();
                upsert.setString(1, newest.ingestionId());
                upsert.setString(2, newest.topic());
                upsert.setString(3, newest.sourceType());
                upsert.setString(4, newest.sourceId());
                upsert.setLong(5, profile.records());
                upsert.setLong(6, profile.unreadable());
                upsert.setLong(7, profile.bytes());
                upsert.setTimestamp(8, timestamp(profile.firstSeen()));
                upsert.setTimestamp(9, timestamp(profile.lastSeen()));
                upsert.setTimestamp(10, timestamp(profile.firstEvent()));
                upsert.setTimestamp(11, timestamp(profile.lastEvent()));
                upsert.setLong(12, profile.sensors().estimate());
                upsert.setInt(13, profile.fields().size());
                upsert.setString(14, types(profile));
                upsert.setBytes(15, bytes(profile));
                upsert.setTimestamp(16, Timestamp.from(now));
                upsert.setTimestamp(17, Timestamp.from(now));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    static Timestamp timestamp(Long micros) {
        return micros == null ? null : Timestamp.from(EpochMicros.instant(micros));
    }

    private static String types(StreamProfile profile) {
        ObjectNode types = Json.mapper().createObjectNode();
        for (FieldProfile field : profile.fields()) {
            types.put(field.path(), field.type().code());
        }
        return types.toString();
    }

    private static byte[] bytes(StreamProfile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            profile.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("A byte array cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
