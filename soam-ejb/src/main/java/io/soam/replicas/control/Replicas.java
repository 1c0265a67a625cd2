package io.soam.replicas.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The servers that share the work, this one included. */
@ApplicationScoped
public class Replicas {

    /** Topic of {@link Signals}: the registry of data sources has changed. */
    public static final String REGISTRY = "registry";

    @Inject Signals signals;

    /**
     * Tells all servers that the registry of data sources has changed, so that their connectors
     * follow at once. Within a transaction they are told when it is committed.
     */
    public void changed() {
        signals.send(REGISTRY, "");
    }
}
