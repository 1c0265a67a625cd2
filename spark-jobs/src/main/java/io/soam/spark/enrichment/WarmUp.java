package io.soam.spark.enrichment;

import io.soam.spark.catalogue.PlannedBatch;
import io.soam.spark.lake.Lake;
import io.soam.spark.lake.LakeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Takes a made-up message through all that a batch does, in a directory that is deleted afterwards:
 * the first real batch then does not wait until thousands of classes are loaded. Only for an
 * application that has nothing to do.
 */
final class WarmUp {

    private static final String CONFIGURATION =
            "{\"version\":0,\"rules\":[],\"admission\":{\"everything\":true,\"ingestionIds\":[]},"
                    + "\"temperatureThreshold\":30}";

    private WarmUp() {}

    static void run(SparkSession spark, Clock clock) throws IOException {
        Path directory = Files.createTempDirectory("soam-warm-up");
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            refine(new Lake(spark, directory.toUri().toString()), now);
        } finally {
            delete(directory);
        }
    }

    private static void refine(Lake lake, Instant now) {
        PlannedBatch batch = new PlannedBatch(1, 0, CONFIGURATION, List.of(), false, false);
        Dataset<Row> refined = RefinedRows.of(bronze(lake.spark(), now), CONFIGURATION);
        RecentMessages none =
                new RecentMessages(Duration.ZERO, Long.MAX_VALUE, Clock.fixed(now, ZoneOffset.UTC));
        try (IdentifiedBatch identified = new Identification(none).identify(refined, null, now)) {
            lake.append(LakeTable.SILVER, SilverRows.of(identified.refined(), batch, now), 1);
            lake.append(
                    LakeTable.AVERAGES,
                    lake.spark().createDataFrame(List.of(), LakeTable.AVERAGES.schema()),
                    1);
            Averages.add(lake, identified.summary().windows(), 2);
        }
    }

    private static Dataset<Row> bronze(SparkSession spark, Instant now) {
        Row message =
                RowFactory.create(
                        "0".repeat(32),
                        "warm-up",
                        "none",
                        CollectionConverters.asScala(Map.of("topic", "none")),
                        now,
                        now,
                        "{\"sensorId\":\"none\",\"temperature\":20}",
                        "none");
        return spark.createDataFrame(
                List.of(message), BronzeRows.SCHEMA.add("file_path", DataTypes.StringType));
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
