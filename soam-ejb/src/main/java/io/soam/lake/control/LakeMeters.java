package io.soam.lake.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Tags;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfig;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts what reaches bronze, under the metric names that dashboards know. */
@ApplicationScoped
public class LakeMeters {

    private static final String BRONZE = "bronze";

    @Inject Meters meters;

    @Inject PlatformConfig platform;

    private Counter files;
    private Counter bytes;

    @PostConstruct
    void register() {
        files = counter("ingestor_files_written");
        bytes = counter("ingestor_bytes_written");
    }

    void stored(BronzeObject object) {
        files.increment();
        bytes.increment((double) object.bytes());
    }

    private Counter counter(String name) {
        return meters.counter(name, Tags.of("pod", platform.podName(), "layer", BRONZE));
    }
}
