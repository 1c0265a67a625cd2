package io.soam.city.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.neo4j.ogm.config.Configuration;
import org.neo4j.ogm.session.SessionFactory;

/**
 * The city graph. The session factory takes seconds to build, so it is built when it is first
 * needed and not while the server starts.
 */
@ApplicationScoped
public class CityGraph {

    private static final int CONNECTIONS = 10;

    @Inject GraphConfig config;

    private SessionFactory sessions;

    /**
     * Asks whether the graph answers.
     *
     * @throws GraphUnavailableException if it does not
     */
    public void check() {
        try {
            sessions().openSession().query("RETURN 1 AS one", Map.of());
        } catch (RuntimeException e) {
            // OGM and the driver have no common type, and only the innermost message says what is
            // wrong.
            throw new GraphUnavailableException(config.uri(), e);
        }
    }

    /** Where the graph is. */
    public String address() {
        return config.uri();
    }

    private synchronized SessionFactory sessions() {
        if (sessions == null) {
            Configuration configuration =
                    new Configuration.Builder()
                            .uri(config.uri())
                            .credentials(config.user(), config.password())
                            .connectionPoolSize(CONNECTIONS)
                            .build();
            sessions = new SessionFactory(configuration, CityGraph.class.getPackageName());
        }
        return sessions;
    }

    @PreDestroy
    synchronized void close() {
        if (sessions != null) {
            sessions.close();
        }
    }
}
