package io.soam.lake.control;

import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.Spool;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Moves sealed segments to bronze, oldest first: write the objects, register them, delete the
 * segment. A failure at any point leaves the segment, and doing it again ends in the same objects.
 * A segment that fails by itself, while store, database and disk work, is set aside in the end.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BronzeUploads {

    /** What is not moved by then stays in the spool, which is as durable. */
    private static final Duration LAST_UPLOADS = Duration.ofSeconds(20);

    @Inject SpoolAccess spoolAccess;

    @Inject LakeConfig config;

    @Inject ObjectStore store;

    @Inject BronzeCatalogue catalogue;

    @Inject LakeMeters meters;

    @Inject Clock clock;

    @Resource ManagedThreadFactory threads;

    private UploadHealth health;
    private UploadLoop loop;
    private Thread thread;

    @PostConstruct
    void start() {
        health = new UploadHealth(clock, meters);
        loop =
                new UploadLoop(
                        spoolAccess.spool(),
                        store,
                        catalogue,
                        health,
                        new ObjectWriters(store, config.timeBounds(), threads));
        thread = threads.newThread(loop);
        thread.start();
    }

    /** How the uploads are doing. */
    public UploadState state() {
        return health.state();
    }

    @PreDestroy
    void stop() {
        Spool spool = spoolAccess.spool();
        try {
            spool.close();
            loop.stop();
            thread.join(LAST_UPLOADS.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = spool.state().segments();
        if (left > 0) {
            LakeLog.LOG.leftInSpool(left);
        }
    }
}
