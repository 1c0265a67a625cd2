package io.soam.platform.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;

/** Configuration of the server as a whole. */
@ApplicationScoped
public class PlatformConfig {

    static final ConfigKey<String> POD_NAME =
            ConfigKey.of(
                    "soam.pod.name",
                    String.class,
                    "soam-0",
                    "Name of this replica: label `pod` of all metrics and part of its MQTT client ids. It must"
                            + " differ between replicas and stay the same when one is restarted.");
    static final ConfigKey<String> PIPELINE_ROLE =
            ConfigKey.of(
                    "soam.pipeline.db.user",
                    String.class,
                    "soam_pipeline",
                    "Database role of the Spark application. It gets rights on the catalogue tables only.");

    static final ConfigKey<String> SECRET_KEY =
            ConfigKey.secret(
                    "soam.secret.key",
                    "Key that encrypts the secrets of data sources in the database: the Base64 of 32 random"
                            + " bytes, the same on every replica. Whoever loses it must enter the secrets"
                            + " again.");
    static final ConfigKey<String> PREVIOUS_SECRET_KEYS =
            new ConfigKey<>(
                    "soam.secret.previous-keys",
                    String.class,
                    "",
                    true,
                    "Earlier values of the key, separated by commas, while secrets that they encrypt are"
                            + " still in use. A secret is encrypted anew when its data source is saved.");

    public static final List<ConfigKey<?>> KEYS =
            List.of(POD_NAME, PIPELINE_ROLE, SECRET_KEY, PREVIOUS_SECRET_KEYS);

    @Inject Config config;

    public String podName() {
        return POD_NAME.from(config);
    }

    public String pipelineRole() {
        return PIPELINE_ROLE.from(config);
    }

    String secretKey() {
        return SECRET_KEY.from(config);
    }

    List<String> previousSecretKeys() {
        // MicroProfile Config makes null of an empty text.
        String keys = Objects.requireNonNullElse(PREVIOUS_SECRET_KEYS.from(config), "");
        return Arrays.stream(keys.split(",")).filter(key -> !key.isBlank()).toList();
    }
}
