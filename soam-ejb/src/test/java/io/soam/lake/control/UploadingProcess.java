package io.soam.lake.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.control.SpoolAccesses;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.platform.MapConfig;
import io.soam.platform.PlainThreads;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfigs;
import io.soam.servers.S3Proxy;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Spool and uploads as a process that can be killed: reads a number a line, and prints it once its
 * message is durable.
 */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
final class UploadingProcess {

    private UploadingProcess() {}

    /** Arguments: directory of the spool, address of the store, address of the database. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PlainThreads threads = new PlainThreads();
        SpoolAccess spool = SpoolAccesses.open(Path.of(arguments[0]), threads);
        uploads(spool, arguments[1], arguments[2], threads).start();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String number = in.readLine(); number != null; number = in.readLine()) {
            String acknowledged = number;
            byte[] payload = ("{\"seq\":" + number + "}").getBytes(UTF_8);
            spool.spool()
                    .append(
                            new SpoolEntry(
                                    SpoolSamples.record(
                                            SpoolSamples.header("stream_" + number.hashCode() % 5),
                                            SpoolSamples.RECEIVED,
                                            payload),
                                    () -> out.println("a" + acknowledged + "z")));
        }
    }

    static BronzeUploads uploads(
            SpoolAccess spool, String store, String database, PlainThreads threads) {
        BronzeUploads made = new BronzeUploads();
        made.spoolAccess = spool;
        made.store = new ObjectStore();
        made.store.config = new LakeConfig();
        made.store.config.config =
                new MapConfig(
                        Map.of(
                                "soam.lake.endpoint", store,
                                "soam.lake.access-key", S3Proxy.ACCESS_KEY,
                                "soam.lake.secret-key", S3Proxy.SECRET_KEY));
        made.config = made.store.config;
        made.store.connect();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database);
        made.catalogue = new BronzeCatalogue();
        made.catalogue.dataSource = dataSource;
        made.meters = new LakeMeters();
        made.meters.meters = new Meters(new SimpleMeterRegistry());
        made.meters.platform = PlatformConfigs.of("soam-0");
        made.meters.register();
        made.clock = Clock.systemUTC();
        made.threads = threads;
        return made;
    }
}
