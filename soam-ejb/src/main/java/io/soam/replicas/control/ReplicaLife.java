package io.soam.replicas.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Joins the other servers before anything is shared with them, and leaves them when nothing is any
 * more.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplicaLife {

    @Inject Signals signals;

    @Inject Replicas replicas;

    @Inject Leases leases;

    @Inject ReplicaBus bus;

    @PostConstruct
    void begin() {
        bus.start();
        signals.start(replicas::beat);
    }

    @PreDestroy
    void end() {
        signals.stop();
        leases.release();
        replicas.leave();
    }
}
