package io.soam.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings the schema to the version that this server needs, before any other component starts.
 * Replicas that start together wait for each other.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    /** Schema of all our tables; Jakarta Batch keeps its own in the default one. */
    private static final String SCHEMA = "soam";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject PlatformConfig config;

    @PostConstruct
    void migrate() {
        Flyway flyway =
                Flyway.configure(SchemaMigration.class.getClassLoader())
                        .dataSource(dataSource)
                        .schemas(SCHEMA)
                        .defaultSchema(SCHEMA)
                        .locations("classpath:db/migration")
                        .placeholders(Map.of("pipelineRole", config.pipelineRole()))
                        .load();
        int applied = flyway.migrate().migrationsExecuted;
        PlatformLog.LOG.schemaReady(flyway.info().getInfoResult().schemaVersion, applied);
    }
}
