package io.soam.batch.enrichment;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of the Spark application and of its supervision. */
@ApplicationScoped
class EnrichmentConfig {

    static final ConfigKey<String> HOME =
            ConfigKey.required(
                    "soam.spark.home",
                    String.class,
                    "Directory of the Spark runtime. Without it this server launches no Spark application.");
    static final ConfigKey<String> APPLICATION =
            ConfigKey.required(
                    "soam.spark.application",
                    String.class,
                    "Path of soam-spark-jobs.jar, as the Spark driver sees it.");
    static final ConfigKey<String> MASTER =
            ConfigKey.of(
                    "soam.spark.master",
                    String.class,
                    "local[2]",
                    "Spark master: local[N], spark://host:port or k8s://…");
    static final ConfigKey<String> DRIVER_MEMORY =
            ConfigKey.of(
                    "soam.spark.driver-memory",
                    String.class,
                    "1g",
                    "Heap of the Spark driver, such as 1g or 1536m; the process takes about 0.7 GiB more.");
    static final ConfigKey<String> LOCAL_ADDRESS =
            ConfigKey.of(
                    "soam.spark.local-ip",
                    String.class,
                    "127.0.0.1",
                    "Address at which Spark's executors reach its driver.");
    static final ConfigKey<String> SCRATCH_DIRECTORY =
            ConfigKey.of(
                    "soam.spark.scratch-directory",
                    String.class,
                    "",
                    "Directory for Spark's temporary files; by default below the server's own.");
    static final ConfigKey<String> DATABASE_URL =
            ConfigKey.of(
                    "soam.pipeline.db.url",
                    String.class,
                    "",
                    "JDBC URL of the catalogue as the Spark driver sees it; by default soam.db.url.");
    static final ConfigKey<String> DATABASE_PASSWORD =
            ConfigKey.secret(
                    "soam.pipeline.db.password",
                    "Password of the database role soam.pipeline.db.user.");
    static final ConfigKey<Integer> TRIGGER_SECONDS =
            ConfigKey.of(
                    "soam.enrichment.trigger-seconds",
                    Integer.class,
                    "5",
                    "How often the application looks for new objects when there were none, 1 to 3600.");
    static final ConfigKey<Integer> MAX_BATCH_ROWS =
            ConfigKey.of(
                    "soam.enrichment.max-batch-rows",
                    Integer.class,
                    "500000",
                    "Most rows of a micro-batch; bounds its memory and its time.");
    static final ConfigKey<Integer> IDENTIFY_HOURS =
            ConfigKey.of(
                    "soam.enrichment.identify-hours",
                    Integer.class,
                    "1",
                    "How many hours back a redelivered message is recognised.");
    static final ConfigKey<Integer> STOP_SECONDS =
            ConfigKey.of(
                    "soam.enrichment.stop-seconds",
                    Integer.class,
                    "60",
                    "How long the application may take to end its micro-batch when it is stopped; then it is"
                            + " killed, which loses nothing but time.");
    static final ConfigKey<Integer> START_SECONDS =
            ConfigKey.of(
                    "soam.enrichment.start-seconds",
                    Integer.class,
                    "180",
                    "How long the application may take to report for the first time; then it is killed and"
                            + " launched again.");
    static final ConfigKey<Integer> HEARTBEAT_SECONDS =
            ConfigKey.of(
                    "soam.enrichment.heartbeat-seconds",
                    Integer.class,
                    "90",
                    "After how long without a report a running application is killed and launched again.");

    static final List<ConfigKey<?>> KEYS =
            List.of(
                    HOME,
                    APPLICATION,
                    MASTER,
                    DRIVER_MEMORY,
                    LOCAL_ADDRESS,
                    SCRATCH_DIRECTORY,
                    DATABASE_URL,
                    DATABASE_PASSWORD,
                    TRIGGER_SECONDS,
                    MAX_BATCH_ROWS,
                    IDENTIFY_HOURS,
                    STOP_SECONDS,
                    START_SECONDS,
                    HEARTBEAT_SECONDS);

    private static final String SERVER_URL = "soam.db.url";
    private static final String SERVER_TEMPORARY = "jboss.server.temp.dir";

    @Inject Config config;

    /** Whether this server launches Spark at all. */
    boolean launches() {
        return text(HOME.name()) != null;
    }

    String home() {
        return HOME.from(config);
    }

    String application() {
        return APPLICATION.from(config);
    }

    String master() {
        return MASTER.from(config);
    }

    String driverMemory() {
        return DRIVER_MEMORY.from(config);
    }

    String localAddress() {
        return LOCAL_ADDRESS.from(config);
    }

    Path scratchDirectory() {
        String own = text(SCRATCH_DIRECTORY.name());
        return own == null ? Path.of(text(SERVER_TEMPORARY), "spark") : Path.of(own);
    }

    /** URL whose current schema is ours. */
    String databaseUrl() {
        String own = text(DATABASE_URL.name());
        String url = own == null ? config.getValue(SERVER_URL, String.class) : own;
        return url.contains("currentSchema=")
                ? url
                : url + (url.contains("?") ? "&" : "?") + "currentSchema=soam";
    }

    String databasePassword() {
        return DATABASE_PASSWORD.from(config);
    }

    int triggerSeconds() {
        return TRIGGER_SECONDS.from(config);
    }

    int maxBatchRows() {
        return MAX_BATCH_ROWS.from(config);
    }

    int identifyHours() {
        return IDENTIFY_HOURS.from(config);
    }

    Duration stopLimit() {
        return Duration.ofSeconds(STOP_SECONDS.from(config));
    }

    Duration startLimit() {
        return Duration.ofSeconds(START_SECONDS.from(config));
    }

    Duration heartbeatLimit() {
        return Duration.ofSeconds(HEARTBEAT_SECONDS.from(config));
    }

    private String text(String name) {
        return config.getOptionalValue(name, String.class).filter(t -> !t.isBlank()).orElse(null);
    }
}
