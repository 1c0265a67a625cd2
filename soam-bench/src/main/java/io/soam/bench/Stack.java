package io.soam.bench;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the measured stack is, as its environment says: the variables that its server has, and
 * where {@code ./soam} keeps it.
 *
 * @param home where its processes are noted, to count their CPU time; null if it does not run on
 *     this machine
 */
record Stack(
        String brokerHost,
        int brokerPort,
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String lakeEndpoint,
        String lakeRegion,
        String lakeBucket,
        String lakeAccessKey,
        String lakeSecretKey,
        Path home) {

    static Stack of(Map<String, String> environment) throws BenchException {
        String home = environment.get("SOAM_BENCH_STACK_HOME");
        return new Stack(
                environment.getOrDefault("SOAM_BROKER_HOST", "127.0.0.1"),
                Integer.parseInt(environment.getOrDefault("SOAM_BROKER_PORT", "1883")),
                required(environment, "SOAM_DB_URL"),
                required(environment, "SOAM_DB_USER"),
                required(environment, "SOAM_DB_PASSWORD"),
                required(environment, "SOAM_LAKE_ENDPOINT"),
                environment.getOrDefault("SOAM_LAKE_REGION", "us-east-1"),
                environment.getOrDefault("SOAM_LAKE_BUCKET", "lake"),
                required(environment, "SOAM_LAKE_ACCESS_KEY"),
                required(environment, "SOAM_LAKE_SECRET_KEY"),
                home == null ? null : Path.of(home));
    }

    private static String required(Map<String, String> environment, String name)
            throws BenchException {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new BenchException(
                    name + " is not set. For the local stack use ./soam bench, which knows it.");
        }
        return value;
    }
}
