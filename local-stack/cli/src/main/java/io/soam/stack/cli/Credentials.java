package io.soam.stack.cli;

import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.home.SignIn;
import java.util.Arrays;
import java.util.List;

/** Everything a person can sign in to, and with what. */
record Credentials(String portal, List<User> users, List<Service> services) {

    /** Somebody who may use the portal and the REST API. */
    record User(String name, String role, String password) {}

    /** A service behind the portal. */
    record Service(String name, String url, String user, String password) {}

    static Credentials of(Installation stack) {
        return new Credentials(
                stack.ports().portalUrl() + "/",
                Arrays.stream(SignIn.values())
                        .map(
                                user ->
                                        new User(
                                                user.userName(),
                                                user.role(),
                                                stack.secret(user.password())))
                        .toList(),
                services(stack));
    }

    private static List<Service> services(Installation stack) {
        return List.of(
                new Service(
                        "keycloak",
                        stack.ports().keycloakUrl() + "/admin/",
                        "admin",
                        stack.secret(Secret.KEYCLOAK_ADMIN)),
                new Service(
                        "postgresql",
                        stack.ports().databaseUrl("soam"),
                        "soam",
                        stack.secret(Secret.DATABASE)),
                new Service(
                        "object-store",
                        "http://127.0.0.1:%d/lake".formatted(stack.ports().objectStore()),
                        stack.secret(Secret.LAKE_ACCESS_KEY),
                        stack.secret(Secret.LAKE_SECRET_KEY)),
                new Service(
                        "neo4j",
                        "bolt://127.0.0.1:" + stack.ports().graph(),
                        "neo4j",
                        stack.secret(Secret.GRAPH)));
    }
}
