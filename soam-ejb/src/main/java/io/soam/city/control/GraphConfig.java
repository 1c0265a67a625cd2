package io.soam.city.control;

import io.soam.platform.config.ConfigKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Configuration of the city graph. */
@ApplicationScoped
public class GraphConfig {

    static final ConfigKey<String> URI =
            ConfigKey.of(
                    "soam.graph.uri",
                    String.class,
                    "bolt://neo4j:7687",
                    "Address of Neo4j. Use bolt+s or neo4j+s outside one machine.");
    static final ConfigKey<String> USER =
            ConfigKey.of("soam.graph.user", String.class, "neo4j", "User of Neo4j.");
    static final ConfigKey<String> PASSWORD =
            ConfigKey.secret("soam.graph.password", "Password of the user of Neo4j.");

    public static final List<ConfigKey<?>> KEYS = List.of(URI, USER, PASSWORD);

    @Inject Config config;

    public String uri() {
        return URI.from(config);
    }

    public String user() {
        return USER.from(config);
    }

    public String password() {
        return PASSWORD.from(config);
    }
}
