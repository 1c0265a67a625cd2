package io.soam.bench;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A report for people. */
final class Table {

    private static final String COUNTS = "%8s %8s %10s %10s %6s %7s %9s %8s%n";
    private static final String TIMES = "%8s  %-22s %9s %9s %9s%n";

    private final PrintWriter out;

    Table(PrintWriter out) {
        this.out = out;
    }

    void print(Report report) {
        out.printf("%n%s%n%n", report.machine());
        out.printf(
                COUNTS,
                "msg/s",
                "seconds",
                "sent",
                "stored",
                "lost",
                "doubled",
                "repeated",
                "objects");
        for (StepResult step : report.steps()) {
            out.printf(
                    COUNTS,
                    step.rate(),
                    step.seconds(),
                    step.sent(),
                    step.stored(),
                    step.lost(),
                    step.duplicated(),
                    step.detail().repeated(),
                    step.detail().objects());
        }
        out.printf("%nMilliseconds from when a message was due%n%n");
        out.printf(TIMES, "msg/s", "to", "p50", "p95", "p99");
        report.steps().forEach(this::times);
        out.printf("%nMicroseconds of CPU for each message (CPU seconds for a million)%n%n");
        cpu(report);
        out.printf(
                "%nA subscriber that only discards takes %.0f messages a second.%n",
                report.discardRate());
        out.flush();
    }

    private void times(StepResult step) {
        out.printf(
                TIMES,
                step.rate(),
                "acknowledged by broker",
                number(step.p50Millis()),
                number(step.p95Millis()),
                number(step.p99Millis()));
        times("", "received by server", step.detail().toReception());
        times("", "registered in bronze", step.detail().toBronze());
    }

    private void times(String rate, String until, Latencies latencies) {
        out.printf(
                TIMES,
                rate,
                until,
                number(latencies.percentileMillis(50)),
                number(latencies.percentileMillis(95)),
                number(latencies.percentileMillis(99)));
    }

    private void cpu(Report report) {
        Set<String> parts = new TreeSet<>();
        report.steps().forEach(step -> parts.addAll(step.cpuSecondsPerMillion().keySet()));
        out.printf("%-24s", "msg/s");
        report.steps().forEach(step -> out.printf(" %9d", step.rate()));
        out.println();
        for (String part : parts) {
            out.printf("%-24s", part);
            for (StepResult step : report.steps()) {
                out.printf(" %9s", number(step.cpuSecondsPerMillion().getOrDefault(part, 0.0)));
            }
            out.println();
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
