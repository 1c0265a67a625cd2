package io.soam.platform.config;

import java.util.List;

/**
 * What WildFly's own configuration reads (soam-ear/src/main/cli/soam.cli, bin/standalone.conf,
 * oidc.json) and no class of ours; listed so that the reference is complete.
 */
final class ServerConfig {

    static final List<ConfigKey<?>> KEYS =
            List.of(
                    ConfigKey.required(
                            "soam.db.url",
                            String.class,
                            "JDBC URL of PostgreSQL, such as jdbc:postgresql://host:5432/soam."),
                    ConfigKey.of(
                            "soam.db.user",
                            String.class,
                            "soam",
                            "Database role of the server; it owns the schema."),
                    ConfigKey.secret("soam.db.password", "Password of the database role."),
                    ConfigKey.of(
                            "soam.db.max-connections",
                            Integer.class,
                            "20",
                            "Most connections to the database."),
                    ConfigKey.of(
                            "soam.oidc.client",
                            String.class,
                            "soam-portal",
                            "Client of the portal in Keycloak."),
                    ConfigKey.secret("soam.oidc.secret", "Secret of the portal's client."),
                    ConfigKey.of(
                            "soam.http.max-post-bytes",
                            Long.class,
                            "67108864",
                            "Bytes after which the server ends a request whatever it is; the API"
                                    + " refuses bodies of more than 10 MiB in words."),
                    ConfigKey.of(
                            "soam.http.behind-proxy",
                            Boolean.class,
                            "false",
                            "Whether a reverse proxy that sets X-Forwarded headers stands before the server."),
                    ConfigKey.of("soam.heap", String.class, "768m", "Heap of the server."),
                    ConfigKey.of(
                            "soam.log.format",
                            String.class,
                            "text",
                            "Log lines as text or as json."),
                    ConfigKey.of(
                            "soam.shutdown.seconds",
                            Integer.class,
                            "20",
                            "How long requests in work may take when the server is stopped."));

    private ServerConfig() {}
}
