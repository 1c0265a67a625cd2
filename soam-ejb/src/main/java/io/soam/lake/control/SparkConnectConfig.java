package io.soam.lake.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of the way to Spark's SQL. */
@ApplicationScoped
public class SparkConnectConfig {

    static final ConfigKey<String> HOST =
            ConfigKey.of(
                    "soam.spark.connect.host",
                    String.class,
                    "127.0.0.1",
                    "Host of the Spark Connect server; the Spark application itself is one.");
    static final ConfigKey<Integer> PORT =
            ConfigKey.of(
                    "soam.spark.connect.port",
                    Integer.class,
                    "15002",
                    "Port of the Spark Connect server.");
    static final ConfigKey<String> TOKEN =
            ConfigKey.secret(
                    "soam.spark.connect.token",
                    "Shared secret of the Spark Connect server; whoever has it can query the whole lake.");
    static final ConfigKey<Duration> QUERY_TIMEOUT =
            ConfigKey.of(
                    "soam.spark.connect.query-timeout",
                    Duration.class,
                    "PT20S",
                    "Longest time a query of the portal or the API may take; then it is cancelled in Spark.");

    public static final List<ConfigKey<?>> KEYS = List.of(HOST, PORT, TOKEN, QUERY_TIMEOUT);

    @Inject Config config;

    public String host() {
        return HOST.from(config);
    }

    public int port() {
        return PORT.from(config);
    }

    public String token() {
        return TOKEN.from(config);
    }

    public Duration queryTimeout() {
        return QUERY_TIMEOUT.from(config);
    }
}
