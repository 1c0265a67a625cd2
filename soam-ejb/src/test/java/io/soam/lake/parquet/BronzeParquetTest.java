package io.soam.lake.parquet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bronze as another reader than the one we write with sees it. */
class BronzeParquetTest {

    @TempDir Path directory;

    @Test
    void schemaIsTheContract() throws Exception {
        assertThat(
                        read(
                                rows(1),
                                "select column_name, column_type from (describe select * from %s)"))
                .containsExactly(
                        "message_id VARCHAR",
                        "ingestion_id VARCHAR",
                        "source_type VARCHAR",
                        "metadata MAP(VARCHAR, VARCHAR)",
                        "event_time TIMESTAMP WITH TIME ZONE",
                        "received_at TIMESTAMP WITH TIME ZONE",
                        "payload VARCHAR");
    }

    @Test
    void everyValueComesBack() throws Exception {
        assertThat(
                        read(
                                rows(3),
                                "select message_id, ingestion_id, source_type, metadata['topic'], epoch_us(event_time),"
                                        + " epoch_us(received_at), payload from %s order by 1"))
                .containsExactly(
                        "id0 stream mqtt a/ü 1000001 2000000 {\"n\":0,\"text\":\"grün\"}",
                        "id1 stream mqtt a/ü 1000002 2000000 {\"n\":1,\"text\":\"grün\"}",
                        "id2 stream mqtt a/ü 1000003 2000000 {\"n\":2,\"text\":\"grün\"}");
    }

    @Test
    void manyRows_areComplete() throws Exception {
        assertThat(
                        read(
                                rows(50_000),
                                "select count(*), count(distinct message_id), sum(epoch_us(event_time)) from %s"))
                .containsExactly("50000 50000 " + (1_000_000L * 50_000 + 50_000L * 50_001 / 2));
    }

    @Test
    void emptyMetadataAndPayload() throws Exception {
        BronzeRow row = new BronzeRow("id", "stream", "mqtt", Map.of(), 0, 0, new byte[0]);

        assertThat(read(List.of(row), "select cardinality(metadata), length(payload) from %s"))
                .containsExactly("0 0");
    }

    private static List<BronzeRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new BronzeRow(
                                        "id" + i,
                                        "stream",
                                        "mqtt",
                                        Map.of("topic", "a/ü"),
                                        1_000_001L + i,
                                        2_000_000L,
                                        ("{\"n\":" + i + ",\"text\":\"grün\"}").getBytes(UTF_8)))
                .toList();
    }

    private List<String> read(List<BronzeRow> rows, String sql) throws Exception {
        Path file = directory.resolve("bronze.parquet");
        Files.write(file, BronzeParquet.write(rows.iterator()));
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet result = statement.executeQuery(sql.formatted("'" + file + "'"))) {
            return lines(result);
        }
    }

    private static List<String> lines(ResultSet result) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (result.next()) {
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                values.add(result.getString(i));
            }
            lines.add(String.join(" ", values));
        }
        return lines;
    }
}
