package io.soam.stack.home;

import java.security.SecureRandom;

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
    /** Seals what data sources sign in with, in the database. */
    SEALING("sealing.key", SecretForm.AES_KEY),
    ALICE("alice.password"),
    ULF("ulf.password"),
    VERA("vera.password");

    private final String key;
    private final SecretForm form;

    Secret(String key) {
        this(key, SecretForm.PASSWORD);
    }

    Secret(String key, SecretForm form) {
        this.key = key;
        this.form = form;
    }

    String key() {
        return key;
    }

    String generate(SecureRandom random) {
        return form.generate(random);
    }
}
