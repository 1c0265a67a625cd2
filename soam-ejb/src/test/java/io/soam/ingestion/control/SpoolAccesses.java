package io.soam.ingestion.control;

import io.soam.platform.MapConfig;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Opens the server's spool without a server. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
public final class SpoolAccesses {

    private SpoolAccesses() {}

    public static SpoolAccess open(Path directory, ManagedThreadFactory threads) {
        SpoolAccess access = new SpoolAccess();
        access.threads = threads;
        access.clock = Clock.systemUTC();
        access.config = new IngestionConfig();
        access.config.config =
                new MapConfig(
                        Map.of(
                                "soam.spool.directory", directory.toString(),
                                "soam.spool.segment-bytes", "20000",
                                "soam.bronze.flush-interval", "PT0.5S"));
        access.open();
        return access;
    }

    public static void release(SpoolAccess access) {
        access.release();
    }
}
