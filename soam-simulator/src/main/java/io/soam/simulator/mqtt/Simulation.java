package io.soam.simulator.mqtt;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sensors and their uplink at work, until the process is asked to end. Then the sensors stop, what
 * waits is sent if the broker takes it within a few seconds, and the rest is reported.
 */
final class Simulation {

    private static final Logger LOG = System.getLogger(Simulation.class.getName());
    private static final long REPORT_SECONDS = 60;
    private static final long FAREWELL_MILLIS = 3000;

    private final Thread measuring;
    private final Thread sending;
    private final EdgeBuffer buffer;
    private final EdgeJournal journal;
    private final PrintWriter console;
    private final CountDownLatch failed = new CountDownLatch(1);

    Simulation(
            Measuring measuring,
            Uplink uplink,
            EdgeBuffer buffer,
            EdgeJournal journal,
            PrintWriter console) {
        this.measuring = thread(measuring, "sensors");
        this.sending = thread(uplink, "uplink");
        this.buffer = buffer;
        this.journal = journal;
        this.console = console;
    }

    /** Ends only by a failure (exit code 1), or with the process. */
    int run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        sending.start();
        measuring.start();
        while (!failed.await(REPORT_SECONDS, TimeUnit.SECONDS)) {
            LOG.log(Level.INFO, "{0}", buffer.counts());
        }
        return 1;
    }

    private void stop() {
        try {
            measuring.interrupt();
            measuring.join(FAREWELL_MILLIS);
            buffer.awaitEmpty(FAREWELL_MILLIS);
            sending.interrupt();
            sending.join(FAREWELL_MILLIS);
            journal.close();
            // Not by a logger: those have shutdown hooks of their own and may be closed by now.
            console.println("Ended: " + buffer.counts());
            console.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler(
                (which, exception) -> {
                    LOG.log(
                            Level.ERROR,
                            "The simulator ends: " + exception.getMessage(),
                            exception);
                    failed.countDown();
                });
        return thread;
    }
}
