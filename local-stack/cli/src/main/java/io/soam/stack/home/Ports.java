package io.soam.stack.home;

/**
 * The loopback ports of a stack: the usual ones plus an offset, so that several stacks live side by
 * side. With offset 1000 the portal is at 9080.
 */
public record Ports(int offset) {

    private static final int HIGHEST_BASE = 15432;
    private static final int HIGHEST_PORT = 65535;

    public Ports {
        if (offset < 0 || offset > HIGHEST_PORT - HIGHEST_BASE) {
            throw new IllegalArgumentException(
                    "The port offset must be between 0 and %d, not %d"
                            .formatted(HIGHEST_PORT - HIGHEST_BASE, offset));
        }
    }

    public int portal(Server server) {
        return 8080 + offset(server);
    }

    /** WildFly's management: health and metrics. */
    public int management(Server server) {
        return 9990 + offset(server);
    }

    /** What is added to each of a server's ports. */
    public int offset(Server server) {
        return offset + server.portOffset();
    }

    public int keycloak() {
        return 8180 + offset;
    }

    /** Keycloak's health. */
    public int keycloakManagement() {
        return 8190 + offset;
    }

    public int postgresql() {
        return HIGHEST_BASE + offset;
    }

    public int objectStore() {
        return 9100 + offset;
    }

    public int broker() {
        return 1883 + offset;
    }

    /** Neo4j's Bolt. */
    public int graph() {
        return 7687 + offset;
    }

    public int sparkConnect() {
        return 15002 + offset;
    }

    public int restSimulator() {
        return 8002 + offset;
    }

    /** UDP. */
    public int coapSimulator() {
        return 5683 + offset;
    }

    public String portalUrl() {
        return portalUrl(Server.FIRST);
    }

    public String portalUrl(Server server) {
        return "http://localhost:" + portal(server);
    }

    public String keycloakUrl() {
        return "http://localhost:" + keycloak();
    }

    public String realmUrl() {
        return keycloakUrl() + "/realms/soam";
    }

    /** JDBC address of one of the databases. */
    public String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresql(), database);
    }
}
