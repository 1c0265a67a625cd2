package io.soam.operations.boundary;

import io.soam.operations.control.LiveListeners;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells the web application that there is something new to show, so that it need not ask. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveFeed {

    @Inject LiveListeners listeners;

    /**
     * Runs a listener, at most once a second, whenever messages have moved, a micro-batch is
     * committed or a part has changed its state. It must not block for long.
     *
     * @return ends the subscription
     */
    @PermitAll
    public AutoCloseable subscribe(Runnable onChange) {
        return listeners.add(onChange);
    }
}
