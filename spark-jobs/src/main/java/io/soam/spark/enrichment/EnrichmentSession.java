package io.soam.spark.enrichment;

import java.util.Map;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Settings of the session that enriches, and of no other: people's queries keep Spark's defaults.
 *
 * <p>A batch is small and its plans are new each time. Compiling them to bytecode cost as much
 * processor time as all the rest of a batch together (3.7 s against 2.1 s for 100 rows), and so
 * does re-planning between stages; both pay off only for large data. The work on each message is
 * ours, in {@link RefineRows}, and compiled anyway.
 */
final class EnrichmentSession {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "spark.sql.codegen.wholeStage", "false",
                    "spark.sql.codegen.factoryMode", "NO_CODEGEN",
                    "spark.sql.adaptive.enabled", "false");

    private EnrichmentSession() {}

    static void tune(SparkSession spark) {
        RuntimeConfig conf = spark.conf();
        SETTINGS.forEach(conf::set);
    }
}
