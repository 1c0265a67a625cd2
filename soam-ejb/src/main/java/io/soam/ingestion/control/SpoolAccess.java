package io.soam.ingestion.control;

import io.soam.ingestion.spool.Spool;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** The server's spool: opened when it is first needed, released when the server goes. */
@ApplicationScoped
public class SpoolAccess {

    @Resource ManagedThreadFactory threads;

    @Inject IngestionConfig config;

    @Inject Clock clock;

    private Spool spool;

    @PostConstruct
    void open() {
        try {
            spool = Spool.open(config.spoolDirectory(), config.spoolLimits(), clock, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The spool itself, for the component that empties it. */
    public Spool spool() {
        return spool;
    }

    void append(SpoolEntry entry) throws InterruptedException {
        spool.append(entry);
    }

    public SpoolState state() {
        return spool.state();
    }

    @PreDestroy
    void release() {
        try {
            spool.close();
            spool.release();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            IngestionLog.LOG.spoolNotReleased(e);
        }
    }
}
