package io.soam.enrichment.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Gives a new installation its rules, settings and first configuration, as soon as there is a
 * schema.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PipelineSeed {

    @Inject PipelineConfigurations configurations;

    @PostConstruct
    void seed() {
        configurations.seed();
    }
}
