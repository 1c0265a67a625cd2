package io.soam.operations.control;

import io.soam.ingestion.connector.ConnectorHealth;
import io.soam.ingestion.control.DefaultSource;
import io.soam.ingestion.control.IngestionConfig;
import io.soam.ingestion.control.SourceRuns;
import io.soam.ingestion.entity.SourceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * Looks at the connection of the default data source, or knocks at its broker if none runs here.
 */
@ApplicationScoped
class BrokerCheck implements PartCheck {

    @Inject SourceRuns runs;
    @Inject IngestionConfig config;

    @Override
    public Part part() {
        return Part.BROKER;
    }

    @Override
    public String check() throws IOException {
        Optional<ConnectorHealth> health = runs.health(DefaultSource.id().value());
        if (health.isEmpty()) {
            knock();
            return "Reachable; no data source of this server uses it";
        }
        if (health.get().status() != SourceStatus.ACTIVE) {
            String error = health.get().error();
            throw new IOException(error == null ? "Not connected yet" : error);
        }
        return "Connected to " + config.brokerHost() + ":" + config.brokerPort();
    }

    private void knock() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(config.brokerHost(), config.brokerPort()),
                    (int) LIMIT.toMillis());
        }
    }
}
