package io.soam.batch.enrichment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A launched application. Its standard input is the cord between us: it halts when the cord breaks,
 * which the operating system sees to when this server is killed.
 */
final class SparkApplication implements AutoCloseable {

    /** The exit code of an application whose epoch is over. */
    static final int FENCED = 3;

    private static final int SIGNAL = 128;

    private final Process process;
    private final SparkOutput output;

    SparkApplication(Process process, SparkOutput output) {
        this.process = process;
        this.output = output;
    }

    long pid() {
        return process.pid();
    }

    boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean fenced() {
        return process.exitValue() == FENCED;
    }

    boolean succeeded() {
        return process.exitValue() == 0;
    }

    /** Why it has ended, for people. */
    String reason() {
        int code = process.exitValue();
        if (code > SIGNAL) {
            return "The Spark application was killed (signal " + (code - SIGNAL) + ")";
        }
        String failure = output.failure();
        return "The Spark application ended with exit code "
                + code
                + (failure == null ? "" : ": " + failure);
    }

    /**
     * Asks it to end after its micro-batch and waits.
     *
     * @return whether it did in time
     */
    boolean stop(Duration limit) throws InterruptedException {
        try {
            OutputStream input = process.getOutputStream();
            input.write("stop\n".getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            BatchLog.LOG.alreadyEnding(e.getMessage());
        }
        return awaitEnd(limit);
    }

    /** Ends it at once, with whatever the launching script has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
