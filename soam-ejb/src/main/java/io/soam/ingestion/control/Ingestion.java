package io.soam.ingestion.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Lets the data sources run with the server and stops them with it.
 *
 * <p>It depends on the uploads by name, not because it needs them but because of the way back: this
 * bean stops the sources and writes what is queued before the uploads empty the spool.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "BronzeUploads", "ReplicaLife"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Ingestion {

    @Inject ProvidedSources sources;

    @Inject SourceRuns runs;

    @Inject Reconciliation reconciliation;

    @Inject SessionEnds ends;

    @Inject SourceReporting reporting;

    @Inject PreviewBuffers previews;

    @Inject PreviewExchange previewExchange;

    @Inject PreviewSize previewSize;

    @PostConstruct
    void start() {
        sources.register();
        previewExchange.start();
        previewSize.start();
        reporting.start();
        reconciliation.start();
    }

    @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
    void dropSilentPreviews() {
        previews.dropSilent();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        reconciliation.stop();
        ends.stop();
        runs.stopAll();
        reporting.stop();
    }
}
