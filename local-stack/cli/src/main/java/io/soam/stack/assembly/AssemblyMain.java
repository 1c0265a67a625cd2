package io.soam.stack.assembly;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Part of the build: makes services out of downloaded distributions, once for each version.
 * Arguments: directory of the distributions, directory of the services, version of PostgreSQL,
 * version of Keycloak.
 */
public final class AssemblyMain {

    private AssemblyMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path distributions = Path.of(arguments[0]).normalize();
        Path services = Path.of(arguments[1]).normalize();
        new Assembly(services.resolve("postgresql"), arguments[2])
                .unlessDone(
                        new PostgreSqlAssembly(
                                distributions.resolve("postgresql/postgres-linux-x86_64.txz")));
        new Assembly(services.resolve("keycloak"), arguments[3])
                .unlessDone(
                        new KeycloakAssembly(
                                distributions.resolve("keycloak/keycloak-" + arguments[3])));
    }
}
