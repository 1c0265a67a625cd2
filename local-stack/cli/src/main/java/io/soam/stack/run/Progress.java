package io.soam.stack.run;

import java.io.PrintWriter;
import java.time.Duration;

/** What the person at the terminal sees while parts start and stop: one line for each. */
public record Progress(PrintWriter out) {

    private static final double MILLIS = 1000.0;

    synchronized void ready(PartProcess process, Duration took) {
        say(
                "  %-22s ready after %4.1f s%s"
                        .formatted(
                                process.part().name(),
                                took.toMillis() / MILLIS,
                                process.part().port().isPresent()
                                        ? "   port " + process.part().port().getAsInt()
                                        : ""));
    }

    synchronized void stopped(PartProcess process, Duration took) {
        say(
                "  %-22s stopped after %4.1f s"
                        .formatted(process.part().name(), took.toMillis() / MILLIS));
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
