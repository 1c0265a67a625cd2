package io.soam.systemtest;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lake's tables, read from the object store's folder with DuckDB. */
final class Lake {

    private final Path bucket;

    Lake(SoamStack stack) {
        this(stack.home().resolve("object-store/buckets/lake"));
    }

    Lake(Path bucket) {
        this.bucket = bucket;
    }

    /** What silver has of numbered messages. */
    Tally numbered(String run) {
        String sql =
                """
                select count(distinct number), count(*),
                       coalesce(min(number), 0), coalesce(max(number), 0)
                from (select cast(sensor_data['number'] as bigint) as number
                      from silver where sensor_data['run'] = ?)
                """;
        List<List<Object>> rows = query("silver/enriched", "silver", sql, run);
        if (rows.isEmpty()) {
            return new Tally(0, 0, 0, 0);
        }
        List<Long> row = rows.get(0).stream().map(value -> ((Number) value).longValue()).toList();
        return new Tally(row.get(0), row.get(1), row.get(2), row.get(3));
    }

    /** Silver rows of a sensor. */
    long count(String sensorId) {
        String sql = "select count(*) from silver where sensor_id = ?";
        List<List<Object>> rows = query("silver/enriched", "silver", sql, sensorId);
        return rows.isEmpty() ? 0 : ((Number) rows.get(0).get(0)).longValue();
    }

    /** Fields of the silver row of a sensor; empty while there is none. */
    Map<String, String> silver(String sensorId) {
        String sql =
                """
                select unnest(map_keys(sensor_data)), unnest(map_values(sensor_data))
                from (select sensor_data from silver where sensor_id = ? limit 1)
                """;
        Map<String, String> fields = new TreeMap<>();
        for (List<Object> row : query("silver/enriched", "silver", sql, sensorId)) {
            fields.put((String) row.get(0), (String) row.get(1));
        }
        return fields;
    }

    /** Reasons for which payloads that contain a text are in quarantine. */
    List<String> quarantineReasons(String partOfPayload) {
        String sql = "select distinct reason from quarantine where contains(payload, ?)";
        return query("quarantine/unreadable", "quarantine", sql, partOfPayload).stream()
                .map(row -> (String) row.get(0))
                .toList();
    }

    private List<List<Object>> query(String table, String name, String sql, String parameter) {
        List<Path> files = new DeltaTable(bucket.resolve(table)).files();
        if (files.isEmpty()) {
            return List.of();
        }
        String list =
                files.stream()
                        .map(file -> "'" + file.toString().replace("'", "''") + "'")
                        .collect(joining(", ", "[", "]"));
        String view =
                "with %s as (select * from read_parquet(%s, union_by_name = true)) %s"
                        .formatted(name, list, sql);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement statement = connection.prepareStatement(view)) {
            statement.setString(1, parameter);
            return rows(statement);
        } catch (SQLException e) {
            throw new AssertionError("Cannot read " + table, e);
        }
    }

    private static List<List<Object>> rows(PreparedStatement statement) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
