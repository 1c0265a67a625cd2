package io.soam.stack.assembly;

import io.soam.stack.home.FileTree;
import java.io.IOException;
import java.nio.file.Path;

/** Keycloak, augmented for PostgreSQL once, so that each start is quick. */
record KeycloakAssembly(Path distribution) implements Assembly.Step {

    @Override
    public void assemble(Path target) throws IOException, InterruptedException {
        FileTree.copy(distribution, target);
        ProcessBuilder build =
                new ProcessBuilder(
                        "sh",
                        target.resolve("bin/kc.sh").toString(),
                        "build",
                        "--db=postgres",
                        "--health-enabled=true");
        build.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Path log = target.resolve("build.log");
        build.redirectErrorStream(true).redirectOutput(log.toFile());
        if (build.start().waitFor() != 0) {
            throw new IOException("Keycloak could not be built, see " + log);
        }
    }
}
