package io.soam.operations.control;

import io.soam.ingestion.control.IngestionMeters;
import io.soam.ingestion.control.PreviewBuffers;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import io.soam.lake.control.BronzeUploads;
import io.soam.lake.control.UploadState;
import io.soam.platform.control.Json;
import io.soam.replicas.control.Replicas;
import io.soam.replicas.control.Server;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The figures of this server as they are, and those of the others as they told them last. */
@ApplicationScoped
public class AllServers {

    @Inject IngestionMeters intake;
    @Inject PreviewBuffers previews;
    @Inject SpoolAccess spool;
    @Inject BronzeUploads uploads;
    @Inject Replicas replicas;

    private final Rising received = new Rising();
    private final Rising stored = new Rising();
    private volatile Map<UUID, ServerFigures> others = Map.of();

    void start() {
        replicas.tell(() -> Json.write(own()));
    }

    /** Reads what the others tell. */
    void read() throws SQLException {
        Map<UUID, ServerFigures> told = new HashMap<>();
        for (Server server : replicas.living()) {
            if (!server.instance().equals(replicas.instance())) {
                told.put(
                        server.instance(),
                        Json.read(server.figures(), ServerFigures.class)
                                .withProblemOf(server.podName()));
            }
        }
        others = Map.copyOf(told);
    }

    /** All together; received and stored count from when each server was first seen. */
    synchronized ServerFigures now() {
        Map<UUID, ServerFigures> all = new HashMap<>(others);
        all.put(replicas.instance(), own());
        ServerFigures sum = all.values().stream().reduce(ServerFigures::and).orElseThrow();
        Map<UUID, Long> allReceived = new HashMap<>();
        Map<UUID, Long> allStored = new HashMap<>();
        all.forEach(
                (instance, figures) -> {
                    allReceived.put(instance, figures.received());
                    allStored.put(instance, figures.stored());
                });
        return new ServerFigures(
                received.add(allReceived),
                stored.add(allStored),
                sum.lastReceivedAt(),
                sum.spoolBytes(),
                sum.oldestSpooled(),
                sum.problem(),
                sum.streams());
    }

    private ServerFigures own() {
        SpoolState spooled = spool.state();
        UploadState upload = uploads.state();
        return new ServerFigures(
                intake.received(),
                upload.rows(),
                intake.lastReceivedAt(),
                spooled.bytes(),
                spooled.oldest(),
                spooled.problem() == null ? upload.problem() : spooled.problem(),
                previews.streams().size());
    }
}
