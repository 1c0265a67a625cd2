package io.soam.lake.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Where Spark answers queries. The job that launches Spark gives it these values, and those who ask use
 * the same.
 */
@ApplicationScoped
public class SparkConnectConfig {

    static final ConfigKey<String> HOST =
            ConfigKey.of(
                    "soam.spark.connect.host",
                    String.class,
                    "127.0.0.1",
                    "Address at which Spark answers queries.");
    static final ConfigKey<Integer> PORT =
            ConfigKey.of(
                    "soam.spark.connect.port",
                    Integer.class,
                    "15002",
                    "Port at which Spark answers queries.");
    static final ConfigKey<String> TOKEN =
            ConfigKey.secret(
                    "soam.spark.connect.token",
                    "Shared secret of Spark and those who ask it. The connection is not encrypted: keep it"
                            + " on one machine or inside an encrypted network.");

    public static final List<ConfigKey<?>> KEYS = List.of(HOST, PORT, TOKEN);

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
}
