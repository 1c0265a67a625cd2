package io.soam.lake.control;

import io.soam.domain.time.TimeBounds;
import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of the object store. */
@ApplicationScoped
public class LakeConfig {

    static final ConfigKey<URI> ENDPOINT =
            ConfigKey.of(
                    "soam.lake.endpoint",
                    URI.class,
                    "http://minio:9000",
                    "Address of the S3 API. Use https outside one machine.");
    static final ConfigKey<String> BUCKET =
            ConfigKey.of(
                    "soam.lake.bucket",
                    String.class,
                    "lake",
                    "Bucket of the lake; it is made if it does not exist.");
    static final ConfigKey<String> REGION =
            ConfigKey.of("soam.lake.region", String.class, "us-east-1", "Region of the bucket.");
    static final ConfigKey<String> ACCESS_KEY =
            ConfigKey.required(
                    "soam.lake.access-key",
                    String.class,
                    "Access key that may read and write the bucket.");
    static final ConfigKey<String> SECRET_KEY =
            ConfigKey.secret("soam.lake.secret-key", "Secret of the access key.");

    static final ConfigKey<Duration> LATE_AFTER =
            ConfigKey.of(
                    "soam.bronze.late-after",
                    Duration.class,
                    "PT1H",
                    "Age of a message at its reception from which on it is flagged as late.");
    static final ConfigKey<Duration> AHEAD_AFTER =
            ConfigKey.of(
                    "soam.bronze.ahead-after",
                    Duration.class,
                    "PT5M",
                    "How far a message's time may lie in the future before it is flagged.");

    public static final List<ConfigKey<?>> KEYS =
            List.of(ENDPOINT, BUCKET, REGION, ACCESS_KEY, SECRET_KEY, LATE_AFTER, AHEAD_AFTER);

    @Inject Config config;

    public URI endpoint() {
        return ENDPOINT.from(config);
    }

    public String bucket() {
        return BUCKET.from(config);
    }

    public String region() {
        return REGION.from(config);
    }

    public String accessKey() {
        return ACCESS_KEY.from(config);
    }

    public String secretKey() {
        return SECRET_KEY.from(config);
    }

    TimeBounds timeBounds() {
        return new TimeBounds(LATE_AFTER.from(config), AHEAD_AFTER.from(config));
    }
}
