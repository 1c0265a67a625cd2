package io.soam.stack.run;

import io.soam.stack.health.HttpProbe;
import io.soam.stack.home.Installation;
import io.soam.stack.part.StackException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits for the one part that WildFly starts by itself. The portal knows when Spark works, and says
 * that it is ready only when everything is.
 */
public final class SparkReadiness {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int WORST_SUCCESS = 299;
    private static final double MILLIS = 1000.0;

    private final Installation stack;
    private final PartProcess server;
    private final Progress progress;

    /**
     * @param server the one that is asked
     */
    public SparkReadiness(Installation stack, PartProcess server, Progress progress) {
        this.stack = stack;
        this.server = server;
        this.progress = progress;
    }

    /** Returns when the portal has all its parts. */
    public void await() throws StackException, InterruptedException {
        HttpProbe ready =
                new HttpProbe(URI.create(stack.ports().portalUrl() + "/api/ready"), WORST_SUCCESS);
        long begin = System.nanoTime();
        while (!ready.passes()) {
            server.requireRunning("died while Spark was awaited");
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new StackException(
                        "spark: does not work after %d s; %s/api/ready names what is down.%nLog: %s"
                                .formatted(
                                        PATIENCE.toSeconds(),
                                        stack.ports().portalUrl(),
                                        stack.home().log(server.part().name())));
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        progress.say(
                "  %-22s ready after %4.1f s   port %d"
                        .formatted(
                                "spark",
                                Duration.ofNanos(System.nanoTime() - begin).toMillis() / MILLIS,
                                stack.ports().sparkConnect()));
    }
}
