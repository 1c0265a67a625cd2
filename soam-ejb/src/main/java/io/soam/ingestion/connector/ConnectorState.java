package io.soam.ingestion.connector;

import io.soam.ingestion.entity.SourceStatus;

/** What a connector says of itself; the server is told of changes, and of failures each time. */
public final class ConnectorState {

    private final SourceContext context;
    private SourceStatus status = SourceStatus.INACTIVE;
    private String error;

    public ConnectorState(SourceContext context) {
        this.context = context;
    }

    public synchronized SourceStatus status() {
        return status;
    }

    /** Why the status is what it is; null if there is nothing to say. */
    public synchronized String error() {
        return error;
    }

    /**
     * The connection has changed.
     *
     * @param reason why, for the operator; null if there is nothing to say
     */
    public synchronized void changed(SourceStatus newStatus, String reason) {
        boolean same = newStatus == status && (reason == null || reason.equals(error));
        status = newStatus;
        error = reason;
        if (!same) {
            context.changed(newStatus, reason);
        } else if (newStatus == SourceStatus.ERROR && reason != null) {
            context.failedAgain(reason);
        }
    }

    /** The connector cannot go on by itself and wants to be started anew. */
    public synchronized void failed(String reason) {
        status = SourceStatus.ERROR;
        error = reason;
        context.failed(reason);
    }
}
