package io.soam.spark.enrichment;

import io.soam.spark.catalogue.ApplicationRecord;
import io.soam.spark.catalogue.ApplicationRecord.State;
import io.soam.spark.catalogue.Catalogue;
import io.soam.spark.catalogue.FencedException;
import io.soam.spark.lake.Lake;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.SparkSession;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What WildFly launches: reads arguments and environment and runs {@link EnrichmentJob}.
 * docs/pipeline-contract.md describes both, and how the application is stopped.
 */
public final class EnrichmentMain {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichmentMain.class);

    /** How long a signal waits for the batch in work. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    /** Before Spark's own hooks, which would take the session from under the batch. */
    private static final int BEFORE_SPARK = 1_000;

    private EnrichmentMain() {}

    /** Runs until stopped; ends the process with a code of {@link ExitCode}. */
    public static void main(String... arguments) {
        ExitCode code;
        try {
            Arguments parsed = new Arguments(arguments);
            code = run(parsed.options(), dataSource(parsed));
        } catch (IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            code = ExitCode.WRONG_ARGUMENTS;
        } catch (FencedException e) {
            LOG.error("{}", e.getMessage());
            code = ExitCode.FENCED;
        } catch (Exception e) {
            LOG.error("The application has failed", e);
            code = ExitCode.FAILED;
        }
        System.exit(code.code());
    }

    private static ExitCode run(EnrichmentOptions options, DataSource dataSource) throws Exception {
        StopSignal stop = new StopSignal();
        new SupervisorPipe(System.in, stop, () -> halt(ExitCode.ORPHANED)).start();
        ShutdownHookManager.get()
                .addShutdownHook(
                        () -> finish(stop), BEFORE_SPARK, GRACE.toSeconds(), TimeUnit.SECONDS);
        Condition condition = new Condition();
        try (SparkSession spark = session();
                Catalogue catalogue = new Catalogue(dataSource, options.epoch());
                ApplicationRecord application =
                        new ApplicationRecord(
                                dataSource, options.epoch(), spark.sparkContext().applicationId());
                Heartbeat heartbeat =
                        new Heartbeat(application, stop, condition, () -> halt(ExitCode.FENCED))) {
            heartbeat.start();
            Lake lake = new Lake(spark, options.lake());
            new EnrichmentJob(options, lake, catalogue, stop, condition).run();
            heartbeat.end(State.STOPPED, null);
            return ExitCode.STOPPED;
        } finally {
            stop.confirm();
        }
    }

    private static SparkSession session() {
        SparkSession spark = SparkSession.builder().getOrCreate();
        // Only into Hadoop's configuration: Spark's can be read by whoever has a Connect session.
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        setFromEnvironment(hadoop, "fs.s3a.access.key", "SOAM_LAKE_ACCESS_KEY");
        setFromEnvironment(hadoop, "fs.s3a.secret.key", "SOAM_LAKE_SECRET_KEY");
        spark.sparkContext().setLocalProperty("spark.scheduler.pool", "ingest");
        EnrichmentSession.tune(spark);
        return spark;
    }

    private static void setFromEnvironment(Configuration hadoop, String key, String variable) {
        String value = System.getenv(variable);
        if (value != null) {
            hadoop.set(key, value);
        }
    }

    private static DataSource dataSource(Arguments arguments) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(arguments.database());
        dataSource.setUser(arguments.databaseUser());
        dataSource.setPassword(System.getenv("SOAM_PIPELINE_DB_PASSWORD"));
        dataSource.setApplicationName("soam-enrichment");
        dataSource.setConnectTimeout(5);
        dataSource.setSocketTimeout(30);
        return dataSource;
    }

    private static void finish(StopSignal stop) {
        stop.request();
        try {
            if (!stop.awaitConfirmation(GRACE)) {
                LOG.warn("The batch in work is not finished; the next start will repeat it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends without any hook: nothing more may be written. */
    private static void halt(ExitCode code) {
        Runtime.getRuntime().halt(code.code());
    }
}
