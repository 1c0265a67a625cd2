package io.soam.platform.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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

    public static final List<ConfigKey<?>> KEYS = List.of(POD_NAME, PIPELINE_ROLE);

    @Inject Config config;

    public String podName() {
        return POD_NAME.from(config);
    }

    public String pipelineRole() {
        return PIPELINE_ROLE.from(config);
    }
}
