package io.soam.stack.home;

/** The secrets of a stack, all generated at its first start. */
public enum Secret {
    /** Superuser of PostgreSQL. */
    POSTGRESQL_ADMIN("postgresql.admin.password"),
    DATABASE("database.password"),
    PIPELINE_DATABASE("pipeline-database.password"),
    KEYCLOAK_DATABASE("keycloak-database.password"),
    KEYCLOAK_ADMIN("keycloak.admin.password"),
    LAKE_ACCESS_KEY("lake.access-key"),
    LAKE_SECRET_KEY("lake.secret-key"),
    GRAPH("graph.password"),
    OIDC("oidc.secret"),
    SPARK_CONNECT("spark-connect.token"),
    ALICE("alice.password"),
    ULF("ulf.password"),
    VERA("vera.password");

    private final String key;

    Secret(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
