package io.soam.ingestion.control;

import io.soam.ingestion.mqtt.MqttConnectorType;
import io.soam.ingestion.spool.SpoolLimits;
import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of ingestion. */
@ApplicationScoped
public class IngestionConfig {

    static final ConfigKey<String> SPOOL_DIRECTORY =
            ConfigKey.required(
                    "soam.spool.directory",
                    String.class,
                    "Directory of the spool, on a disk that survives the server. It holds accepted messages"
                            + " until they are in bronze: never delete it by hand.");
    static final ConfigKey<Long> SPOOL_BYTES =
            ConfigKey.of(
                    "soam.spool.bytes",
                    Long.class,
                    "4294967296",
                    "Size of the spool in bytes from which on messages wait at their sources, for example"
                            + " while the object store is out of reach.");
    static final ConfigKey<Long> SEGMENT_BYTES =
            ConfigKey.of(
                    "soam.spool.segment-bytes",
                    Long.class,
                    "134217728",
                    "Bytes of raw messages from which on a segment is moved to bronze before its time, at"
                            + " most 1 GiB. The larger, the fewer objects.");
    private static final long LARGEST_SEGMENT = 1L << 30;
    static final ConfigKey<Duration> FLUSH_INTERVAL =
            ConfigKey.of(
                    "soam.bronze.flush-interval",
                    Duration.class,
                    "PT10S",
                    "Time that a message waits in the spool before it is moved to bronze, while few streams"
                            + " send.");
    static final ConfigKey<Duration> LONGEST_FLUSH_INTERVAL =
            ConfigKey.of(
                    "soam.bronze.longest-flush-interval",
                    Duration.class,
                    "PT60S",
                    "Longest time that a message waits there, however many streams send.");
    static final ConfigKey<Integer> FLUSH_STREAMS =
            ConfigKey.of(
                    "soam.bronze.flush-streams",
                    Integer.class,
                    "100",
                    "Streams that count as few. Each stream becomes an object of its own at each flush, so"
                            + " with more streams the flush interval grows in proportion.");
    static final ConfigKey<Integer> QUEUE_BYTES =
            ConfigKey.of(
                    "soam.spool.queue-bytes",
                    Integer.class,
                    "67108864",
                    "Bytes of messages that may wait in memory for the disk.");
    static final ConfigKey<Integer> BUFFER_MAX_ROWS =
            ConfigKey.of(
                    "soam.buffer.max-rows",
                    Integer.class,
                    "100",
                    "Messages that the preview of each stream keeps.");
    static final ConfigKey<Long> BUFFER_TTL_SECONDS =
            ConfigKey.of(
                    "soam.buffer.ttl-seconds",
                    Long.class,
                    "300",
                    "Seconds without a message after which a stream's preview is dropped; 0 keeps it.");
    static final ConfigKey<String> BROKER_HOST =
            ConfigKey.of(
                    "soam.broker.host",
                    String.class,
                    "mosquitto",
                    "Broker of the data source that is registered by default.");
    static final ConfigKey<Integer> BROKER_PORT =
            ConfigKey.of(
                    "soam.broker.port",
                    Integer.class,
                    "1883",
                    "Port of the broker of the data source that is registered by default.");
    static final ConfigKey<String> SHARED_GROUP =
            ConfigKey.of(
                    "soam.mqtt.shared-group",
                    String.class,
                    MqttConnectorType.DEFAULT_GROUP,
                    "Shared-subscription group of the data source that is registered by default.");

    static final ConfigKey<Boolean> SHARED_SUBSCRIPTION =
            ConfigKey.of(
                    "soam.mqtt.shared-subscription",
                    Boolean.class,
                    "true",
                    "Whether all servers share the messages of the data source that is registered by"
                            + " default; otherwise one server alone receives them.");

    public static final List<ConfigKey<?>> KEYS =
            List.of(
                    SPOOL_DIRECTORY,
                    SPOOL_BYTES,
                    SEGMENT_BYTES,
                    FLUSH_INTERVAL,
                    LONGEST_FLUSH_INTERVAL,
                    FLUSH_STREAMS,
                    QUEUE_BYTES,
                    BUFFER_MAX_ROWS,
                    BUFFER_TTL_SECONDS,
                    BROKER_HOST,
                    BROKER_PORT,
                    SHARED_GROUP,
                    SHARED_SUBSCRIPTION);

    @Inject Config config;

    public Path spoolDirectory() {
        return Path.of(SPOOL_DIRECTORY.from(config));
    }

    public SpoolLimits spoolLimits() {
        return new SpoolLimits(
                Math.min(SEGMENT_BYTES.from(config), LARGEST_SEGMENT),
                FLUSH_INTERVAL.from(config),
                LONGEST_FLUSH_INTERVAL.from(config),
                Math.max(1, FLUSH_STREAMS.from(config)),
                SPOOL_BYTES.from(config),
                QUEUE_BYTES.from(config));
    }

    public int bufferMaxRows() {
        return Math.max(1, BUFFER_MAX_ROWS.from(config));
    }

    public Duration bufferTimeToLive() {
        return Duration.ofSeconds(BUFFER_TTL_SECONDS.from(config));
    }

    public String brokerHost() {
        return BROKER_HOST.from(config);
    }

    public int brokerPort() {
        return BROKER_PORT.from(config);
    }

    public boolean sharedSubscription() {
        return SHARED_SUBSCRIPTION.from(config);
    }

    public String sharedGroup() {
        return SHARED_GROUP.from(config);
    }
}
