package io.soam.server;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Environment of a server under test, but for Spark. */
final class Settings {

    private Settings() {}

    static Map<String, String> of(TestDatabase.Access database, Path base) {
        Map<String, String> settings = new HashMap<>();
        settings.put("SOAM_DB_URL", database.url());
        settings.put("SOAM_DB_USER", "soam");
        settings.put("SOAM_DB_PASSWORD", database.password());
        settings.put("SOAM_PIPELINE_DB_USER", "soam_pipeline");
        settings.put("SOAM_PIPELINE_DB_PASSWORD", database.pipelinePassword());
        settings.put("SOAM_LAKE_ENDPOINT", TestServices.objectStore().endpoint());
        settings.put("SOAM_LAKE_BUCKET", "lake");
        settings.put("SOAM_LAKE_ACCESS_KEY", "soam");
        settings.put("SOAM_LAKE_SECRET_KEY", TestServices.objectStore().secret());
        settings.put("SOAM_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("SOAM_SPOOL_DIRECTORY", base.resolve("spool").toString());
        settings.put("SOAM_BROKER_HOST", "127.0.0.1");
        settings.put("SOAM_BROKER_PORT", "1");
        settings.put("SOAM_GRAPH_URI", "bolt://127.0.0.1:1");
        settings.put("SOAM_GRAPH_USER", "neo4j");
        settings.put("SOAM_GRAPH_PASSWORD", "none");
        settings.put("SOAM_OIDC_URL", "http://127.0.0.1:1/realms/soam");
        settings.put("SOAM_OIDC_CLIENT", "soam-portal");
        settings.put("SOAM_OIDC_SECRET", "none");
        settings.put("SOAM_SPARK_CONNECT_TOKEN", "none");
        return settings;
    }

    /** The system property for which the server looks as well. */
    static String property(String variable) {
        return switch (variable) {
            case "SOAM_LAKE_ACCESS_KEY" -> "soam.lake.access-key";
            case "SOAM_LAKE_SECRET_KEY" -> "soam.lake.secret-key";
            default -> variable.toLowerCase(Locale.ROOT).replace('_', '.');
        };
    }
}
