package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measuring instrument itself: a Delta table is what its log says. */
class LakeTest {

    @TempDir private Path bucket;

    @Test
    void numbered_countsOnlyWhatTheLogNames() throws Exception {
        file("silver/enriched", "received_date=2026-11-24/a b.parquet", 1, 2);
        file("silver/enriched", "received_date=2026-11-24/c.parquet", 2);
        file("silver/enriched", "received_date=2026-11-24/replaced.parquet", 9);
        file("silver/enriched", "received_date=2026-11-24/orphan.parquet", 7);
        commit(
                0,
                """
                {"commitInfo":{"operation":"WRITE"}}
                {"add":{"path":"received_date=2026-11-24/a%20b.parquet"}}
                {"add":{"path":"received_date=2026-11-24/replaced.parquet"}}
                """);
        commit(
                1,
                """
                {"remove":{"path":"received_date=2026-11-24/replaced.parquet"}}
                {"add":{"path":"received_date=2026-11-24/c.parquet"}}
                """);

        Lake lake = new Lake(bucket);

        assertThat(lake.numbered("run")).isEqualTo(new Tally(2, 3, 1, 2));
        assertThat(lake.numbered("another")).isEqualTo(new Tally(0, 0, 0, 0));
        assertThat(lake.silver("sensor")).containsEntry("run", "run").containsKey("number");
        assertThat(lake.silver("nobody")).isEmpty();
    }

    @Test
    void tableThatDoesNotExist_isEmpty() {
        Lake lake = new Lake(bucket);

        assertThat(lake.numbered("run")).isEqualTo(new Tally(0, 0, 0, 0));
        assertThat(lake.quarantineReasons("x")).isEmpty();
    }

    private void commit(int version, String actions) throws IOException {
        Path log = Files.createDirectories(bucket.resolve("silver/enriched/_delta_log"));
        Files.writeString(log.resolve("%020d.json".formatted(version)), actions);
    }

    private void file(String table, String name, int... numbers) throws Exception {
        Path file = bucket.resolve(table).resolve(name);
        Files.createDirectories(file.getParent());
        StringBuilder rows = new StringBuilder();
        for (int number : numbers) {
            rows.append(rows.isEmpty() ? "" : " union all ")
                    .append("select 'sensor' as sensor_id, map {'run': 'run', 'number': '")
                    .append(number)
                    .append("'} as sensor_data");
        }
        write("copy (%s) to '%s' (format parquet)".formatted(rows, file));
    }

    private static void write(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
