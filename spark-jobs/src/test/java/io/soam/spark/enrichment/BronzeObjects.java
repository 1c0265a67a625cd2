package io.soam.spark.enrichment;

import io.soam.domain.lake.LakeLayout;
import io.soam.domain.message.MessageId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.CollectionConverters;

/** Stores and registers bronze objects as WildFly does. */
final class BronzeObjects {

    private final SparkSession spark;
    private final Path lake;
    private final TestCatalogue catalogue;
    private final Consumer<String> stored;
    private int next;

    BronzeObjects(SparkSession spark, Path lake, TestCatalogue catalogue) {
        this(spark, lake, catalogue, key -> {});
    }

    /**
     * @param stored told of each key after the file is written below {@code lake} and before it is
     *     registered
     */
    BronzeObjects(SparkSession spark, Path lake, TestCatalogue catalogue, Consumer<String> stored) {
        this.spark = spark;
        this.lake = lake;
        this.catalogue = catalogue;
        this.stored = stored;
    }

    /** An object with one message for each payload, all received at one time; returns its key. */
    String add(String ingestionId, Instant receivedAt, String... payloads)
            throws IOException, SQLException {
        List<Row> rows = new ArrayList<>();
        for (String payload : payloads) {
            rows.add(row(ingestionId, Map.of("topic", "t"), receivedAt, payload));
        }
        return add(ingestionId, receivedAt, rows);
    }

    String add(String ingestionId, Instant receivedAt, List<Row> rows)
            throws IOException, SQLException {
        String key = LakeLayout.bronzeObject(ingestionId, receivedAt, "segment", next++);
        Path target = lake.resolve(key);
        Path written = lake.resolve("written");
        spark.createDataFrame(rows, BronzeRows.SCHEMA)
                .coalesce(1)
                .write()
                .mode("overwrite")
                .parquet(written.toUri().toString());
        Files.createDirectories(target.getParent());
        try (Stream<Path> files = Files.list(written)) {
            Path file =
                    files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
            Files.move(file, target);
        }
        stored.accept(key);
        catalogue.register(key, ingestionId, rows.size(), receivedAt);
        return key;
    }

    static Row row(
            String ingestionId, Map<String, String> metadata, Instant receivedAt, String payload) {
        byte[] id = MessageId.of(ingestionId, "t", payload.getBytes(StandardCharsets.UTF_8));
        return RowFactory.create(
                MessageId.text(id),
                ingestionId,
                "mqtt",
                CollectionConverters.asScala(metadata),
                receivedAt,
                receivedAt,
                payload);
    }
}
