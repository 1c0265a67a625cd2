package io.soam.stack.part;

import io.soam.stack.home.Installation;
import io.soam.stack.home.Secret;
import io.soam.stack.home.Server;
import java.util.HashMap;
import java.util.Map;

/** The configuration of WildFly's applications: the same variables as in production. */
final class ServerEnvironment {

    private ServerEnvironment() {}

    static Map<String, String> of(Installation stack, Server server) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SOAM_POD_NAME", server.podName());
        environment.put("SOAM_SPOOL_DIRECTORY", stack.home().spool(server).toString());
        environment.put("SOAM_SECRET_KEY", stack.secret(Secret.SEALING));
        environment.put("SOAM_REST_ALLOWED_HOSTS", "127.0.0.1,localhost");
        environment.putAll(database(stack));
        environment.putAll(lake(stack));
        environment.putAll(services(stack));
        environment.putAll(spark(stack));
        environment.putAll(demonstration(stack));
        return environment;
    }

    private static Map<String, String> database(Installation stack) {
        return Map.of(
                "SOAM_DB_URL", stack.ports().databaseUrl("soam"),
                "SOAM_DB_USER", "soam",
                "SOAM_DB_PASSWORD", stack.secret(Secret.DATABASE),
                "SOAM_PIPELINE_DB_USER", "soam_pipeline",
                "SOAM_PIPELINE_DB_PASSWORD", stack.secret(Secret.PIPELINE_DATABASE));
    }

    private static Map<String, String> lake(Installation stack) {
        return Map.of(
                "SOAM_LAKE_ENDPOINT",
                "http://127.0.0.1:" + stack.ports().objectStore(),
                "SOAM_LAKE_BUCKET",
                ObjectStore.BUCKET,
                "SOAM_LAKE_ACCESS_KEY",
                stack.secret(Secret.LAKE_ACCESS_KEY),
                "SOAM_LAKE_SECRET_KEY",
                stack.secret(Secret.LAKE_SECRET_KEY));
    }

    private static Map<String, String> services(Installation stack) {
        return Map.of(
                "SOAM_BROKER_HOST",
                "127.0.0.1",
                "SOAM_BROKER_PORT",
                String.valueOf(stack.ports().broker()),
                "SOAM_OIDC_URL",
                stack.ports().realmUrl(),
                "SOAM_OIDC_CLIENT",
                "soam-portal",
                "SOAM_OIDC_SECRET",
                stack.secret(Secret.OIDC),
                "SOAM_GRAPH_URI",
                "bolt://127.0.0.1:" + stack.ports().graph(),
                "SOAM_GRAPH_USER",
                "neo4j",
                "SOAM_GRAPH_PASSWORD",
                stack.secret(Secret.GRAPH));
    }

    private static Map<String, String> spark(Installation stack) {
        return Map.of(
                "SOAM_SPARK_HOME", stack.checkout().sparkHome().toString(),
                "SOAM_SPARK_APPLICATION", stack.checkout().sparkApplication().toString(),
                "SOAM_SPARK_MASTER", "local[2]",
                "SOAM_SPARK_SCRATCH_DIRECTORY", stack.home().data("spark").toString(),
                "SOAM_SPARK_DRIVER_MEMORY", "1g",
                "SOAM_SPARK_CONNECT_HOST", "127.0.0.1",
                "SOAM_SPARK_CONNECT_PORT", String.valueOf(stack.ports().sparkConnect()),
                "SOAM_SPARK_CONNECT_TOKEN", stack.secret(Secret.SPARK_CONNECT));
    }

    /** Where the simulators are whose data sources a server offers. */
    private static Map<String, String> demonstration(Installation stack) {
        return Map.of(
                "SOAM_DEMO_COAP_HOST",
                "127.0.0.1",
                "SOAM_DEMO_COAP_PORT",
                String.valueOf(stack.ports().coapSimulator()),
                "SOAM_DEMO_REST_URL",
                "http://127.0.0.1:%d/api/sensors/all".formatted(stack.ports().restSimulator()));
    }
}
