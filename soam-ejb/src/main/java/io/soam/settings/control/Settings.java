package io.soam.settings.control;

import io.soam.domain.enrichment.PipelineConfiguration;
import io.soam.settings.entity.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** The settings in the database, with the values that hold where there is none. */
@ApplicationScoped
@Transactional
public class Settings {

    private static final String TEMPERATURE_THRESHOLD = "temperature_threshold";
    private static final String SYSTEM = "system";

    @PersistenceContext EntityManager entities;

    @Inject Clock clock;

    /** Degrees Celsius above which a temperature raises an alert. */
    public double temperatureThreshold() {
        Setting setting = entities.find(Setting.class, TEMPERATURE_THRESHOLD);
        return setting == null
                ? PipelineConfiguration.DEFAULT_TEMPERATURE_THRESHOLD
                : Double.parseDouble(setting.getValue());
    }

    /**
     * Makes the settings of a new installation that are missing.
     *
     * @return whether there were any to make
     */
    public boolean seed() {
        if (entities.find(Setting.class, TEMPERATURE_THRESHOLD) != null) {
            return false;
        }
        entities.persist(
                new Setting(
                        TEMPERATURE_THRESHOLD,
                        PipelineConfiguration.DEFAULT_TEMPERATURE_THRESHOLD,
                        "Degrees Celsius above which a temperature raises an alert",
                        "alerts",
                        SYSTEM,
                        clock.instant()));
        return true;
    }
}
