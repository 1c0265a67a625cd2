package io.soam.ingestion.connector;

/** Brings the messages of one data source. Started at most once; a restart makes another. */
public interface Connector {

    /**
     * Begins to bring messages, now or as soon as the other side can be reached. Returns at once;
     * what becomes of the connection is told by {@link SourceContext#changed}.
     */
    void start();

    /** Stops bringing messages. When it returns, none is brought any more. */
    void stop();

    /** How it is doing, as far as it knows without asking the other side. */
    ConnectorHealth health();
}
