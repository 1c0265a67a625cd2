package io.soam.spark.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to the supervisor on standard input: the line {@code stop} requests a stop; the end of
 * the input says that the supervisor is dead.
 */
final class SupervisorPipe {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisorPipe.class);

    private static final String STOP = "stop";

    private final InputStream input;
    private final StopSignal stop;
    private final Runnable whenClosed;

    SupervisorPipe(InputStream input, StopSignal stop, Runnable whenClosed) {
        this.input = input;
        this.stop = stop;
        this.whenClosed = whenClosed;
    }

    void start() {
        Thread thread = new Thread(this::listen, "supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (STOP.equals(line.strip())) {
                    LOG.info("The supervisor requests a stop");
                    stop.request();
                }
            }
        } catch (IOException e) {
            LOG.error("The supervisor cannot be heard any more", e);
        }
        LOG.error("Standard input has ended: the supervisor is dead, a successor may start");
        whenClosed.run();
    }
}
