package io.soam.operations.control;

import java.util.Locale;

/** The services that SOAM stands on, in the order in which they are shown. */
public enum Part {
    DATABASE(
            "Database",
            "What is known of sources, devices and rules cannot be read or changed; messages still reach the"
                    + " spool and wait there. Start PostgreSQL."),
    OBJECT_STORE(
            "Object store",
            "Messages are still accepted and wait in the spool; nothing is lost. Start the object store, or"
                    + " correct SOAM_LAKE_ENDPOINT and its keys."),
    BROKER(
            "MQTT broker",
            "No new messages come in; senders and the broker keep theirs. Start the broker; the connection is"
                    + " tried again by itself."),
    KEYCLOAK(
            "Keycloak",
            "Nobody can sign in; who is signed in stays so, and messages still travel. Start Keycloak, or"
                    + " correct SOAM_OIDC_URL."),
    GRAPH(
            "City graph",
            "Buildings and places cannot be shown; messages and answers are not affected. Start Neo4j, or"
                    + " correct SOAM_GRAPH_URI and its password."),
    SPARK(
            "Spark",
            "Messages are still stored in bronze and refined later; charts show the last known values. The"
                    + " enrichment job starts Spark again by itself; see its log if it stays down.");

    private final String label;
    private final String consequence;

    Part(String label, String consequence) {
        this.label = label;
        this.consequence = consequence;
    }

    /** The name that the API carries. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** What its failure means, and what to do. */
    String consequence() {
        return consequence;
    }
}
