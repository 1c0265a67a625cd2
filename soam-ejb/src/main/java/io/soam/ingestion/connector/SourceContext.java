package io.soam.ingestion.connector;

import io.soam.ingestion.entity.SourceStatus;

/** What a connector may use of the server. */
public interface SourceContext extends SourceScope {

    /**
     * Tells that the connection has changed.
     *
     * @param error why the status is what it is, for the operator; null if there is nothing to say
     */
    void changed(SourceStatus status, String error);

    /**
     * Tells that the connector has ended and cannot go on by itself. It is stopped, and another is
     * started after a pause, again and again.
     *
     * @param reason why, for the operator
     */
    void failed(String reason);

    /**
     * An attempt of the connector's own has failed for the very reason that it told last.
     *
     * @param reason why, for the operator
     */
    default void failedAgain(String reason) {
        // Whoever counts failures wants to know; nobody else has to.
    }
}
