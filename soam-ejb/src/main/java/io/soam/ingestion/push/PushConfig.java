package io.soam.ingestion.push;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of data sources of type {@code http_push}. */
@ApplicationScoped
public class PushConfig {

    static final ConfigKey<Integer> MAX_BODY_BYTES =
            ConfigKey.of(
                    "soam.push.max-body-bytes",
                    Integer.class,
                    "8388608",
                    "Largest body that senders may send to /api/ingest in one request; the API takes"
                            + " 10 MiB of anything.");

    public static final List<ConfigKey<?>> KEYS = List.of(MAX_BODY_BYTES);

    @Inject Config config;

    public int maxBodyBytes() {
        return MAX_BODY_BYTES.from(config);
    }
}
