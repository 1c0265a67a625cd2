package io.soam.schema.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of the schema metadata. */
@ApplicationScoped
public class SchemaConfig {

    static final ConfigKey<Integer> QUALITY_DAYS =
            ConfigKey.of(
                    "soam.schema.quality-days",
                    Integer.class,
                    "30",
                    "Days for which figures of data quality are kept; totals of datasets are kept for ever.");

    public static final List<ConfigKey<?>> KEYS = List.of(QUALITY_DAYS);

    @Inject Config config;

    public int qualityDays() {
        return QUALITY_DAYS.from(config);
    }
}
