package io.soam.stack.home;

import java.nio.file.Path;

/** What the build leaves in the checkout and the stack starts. */
public record Checkout(Path root) {

    /** The distributions of the services, one directory each. */
    public Path service(String name) {
        return root.resolve("local-stack/target/services").resolve(name);
    }

    public Path realm() {
        return root.resolve("keycloak/soam-realm.json");
    }

    public Path wildfly() {
        return root.resolve("soam-ear/target/server");
    }

    public Path sparkHome() {
        return root.resolve("spark-jobs/target/spark-home");
    }

    public Path sparkApplication() {
        return root.resolve("spark-jobs/target/soam-spark-jobs.jar");
    }

    public Path simulator() {
        return root.resolve("soam-simulator/target/soam-simulator.jar");
    }

    public Path bench() {
        return root.resolve("soam-bench/target/soam-bench.jar");
    }
}
