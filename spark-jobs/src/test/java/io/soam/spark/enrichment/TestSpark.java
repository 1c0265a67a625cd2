package io.soam.spark.enrichment;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;

/** A local session with the settings that spark-home gives to the application. */
final class TestSpark {

    private static final Path DEFAULTS = Path.of("src/main/spark-home/conf/spark-defaults.conf");

    private TestSpark() {}

    static SparkSession session() {
        Properties defaults = new Properties();
        try (Reader reader = Files.newBufferedReader(DEFAULTS)) {
            defaults.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").appName("test");
        for (String key : defaults.stringPropertyNames()) {
            if (!key.startsWith("spark.driver") && !key.startsWith("spark.plugins")) {
                builder.config(key, defaults.getProperty(key));
            }
        }
        builder.config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        SparkSession spark = builder.getOrCreate();
        EnrichmentSession.tune(spark);
        return spark;
    }
}
