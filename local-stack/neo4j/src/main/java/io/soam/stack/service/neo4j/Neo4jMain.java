package io.soam.stack.service.neo4j;

import static org.neo4j.configuration.GraphDatabaseSettings.SYSTEM_DATABASE_NAME;

import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Result;
import org.neo4j.io.ByteUnit;

/**
 * Neo4j Community as a process. Argument: its directory. Environment: {@code SOAM_GRAPH_PORT} of
 * Bolt and {@code SOAM_GRAPH_PASSWORD} of the user neo4j.
 */
public final class Neo4jMain {

    private Neo4jMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        DatabaseManagementService service =
                start(
                        Path.of(arguments[0]).toAbsolutePath(),
                        Integer.parseInt(System.getenv("SOAM_GRAPH_PORT")));
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown, "stop"));
        setFirstPassword(service, System.getenv("SOAM_GRAPH_PASSWORD"));
        Thread.currentThread().join();
    }

    private static DatabaseManagementService start(Path directory, int port) {
        SocketAddress address = new SocketAddress("127.0.0.1", port);
        return new DatabaseManagementServiceBuilder(directory)
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, address)
                .setConfig(BoltConnector.advertised_address, address)
                .setConfig(GraphDatabaseSettings.auth_enabled, true)
                .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
                .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
                .setConfig(
                        GraphDatabaseSettings.logical_log_rotation_threshold, ByteUnit.mebiBytes(8))
                .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
                .build();
    }

    /** Replaces the password every new Neo4j has; setting the same again is an error to Neo4j. */
    private static void setFirstPassword(DatabaseManagementService service, String password) {
        GraphDatabaseService system = service.database(SYSTEM_DATABASE_NAME);
        boolean isNew =
                system.executeTransactionally(
                        "SHOW USERS YIELD user, passwordChangeRequired"
                                + " WHERE user = 'neo4j' AND passwordChangeRequired",
                        Map.of(),
                        Result::hasNext);
        if (isNew) {
            system.executeTransactionally(
                    "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
                    Map.of("password", password));
        }
    }
}
