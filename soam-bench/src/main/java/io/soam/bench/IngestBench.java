package io.soam.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** From the publisher to bronze: one step after the other, each until bronze has all of it. */
final class IngestBench {

    /** Bronze counts as stalled after so long without a new object. */
    private static final Duration STALL = Duration.ofSeconds(150);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST_DISCARDING = Duration.ofSeconds(10);

    private final Stack stack;
    private final String topics;
    private final Consumer<String> progress;

    /**
     * @param topics what the topics begin with; a data source must have subscribed to them
     */
    IngestBench(Stack stack, String topics, Consumer<String> progress) {
        this.stack = stack;
        this.topics = topics;
        this.progress = progress;
    }

    /**
     * @param warmUp what is sent before the first step and counted nowhere
     */
    Report run(Load warmUp, List<Load> loads)
            throws BenchException, InterruptedException, IOException, SQLException {
        List<StepResult> results = new ArrayList<>();
        Load largest = loads.get(0);
        try (Catalogue catalogue = Catalogue.open(stack, topics);
                Publishers publishers =
                        Publishers.connect(stack, topics, largest.topics(), largest.qos());
                BronzeReader reader = BronzeReader.open(stack)) {
            if (warmUp.messages() > 0) {
                progress.accept("Warming up for %d s".formatted(warmUp.duration().toSeconds()));
                step(warmUp, catalogue, publishers, reader);
            }
            for (Load load : loads) {
                progress.accept(
                        "Sending %d messages a second for %d s"
                                .formatted(load.rate(), load.duration().toSeconds()));
                results.add(step(load, catalogue, publishers, reader));
            }
        }
        progress.accept("Measuring what a subscriber takes that only discards");
        Duration longest = loads.get(0).duration();
        double discardRate =
                new DiscardRate(stack, largest)
                        .measure(
                                longest.compareTo(LONGEST_DISCARDING) < 0
                                        ? longest
                                        : LONGEST_DISCARDING);
        return new Report(Machine.describe(), results, discardRate);
    }

    private StepResult step(
            Load load, Catalogue catalogue, Publishers publishers, BronzeReader reader)
            throws BenchException, InterruptedException, IOException, SQLException {
        catalogue.passOver();
        String step = UUID.randomUUID().toString().substring(0, 8);
        CpuTimes before = CpuTimes.now(stack.home());
        Acknowledgements sent = new OpenLoop(load, new Payloads(step, load), publishers).run();
        CpuTimes atLastMessage = CpuTimes.now(null);
        Instant lastMessage = Instant.now();
        awaitBronze(catalogue, sent.count());
        CpuTimes after = CpuTimes.now(stack.home()).with(CpuTimes.GENERATOR, atLastMessage);
        List<Catalogue.Entry> objects = catalogue.objects();
        Audit audit = new Audit(load.messages());
        reader.read(objects, step, audit);
        Latencies latencies = sent.latencies();
        return new StepResult(
                load.rate(),
                load.duration().toSeconds(),
                sent.count(),
                audit.stored(),
                audit.lost(sent),
                audit.doubled(),
                rounded(latencies.percentileMillis(50)),
                rounded(latencies.percentileMillis(95)),
                rounded(latencies.percentileMillis(99)),
                after.perMillionSince(before, sent.count()),
                new StepResult.Detail(
                        audit.repeated(),
                        load.messages() - sent.count(),
                        objects.size(),
                        drain(objects, lastMessage),
                        audit.toReception(),
                        audit.toBronze()));
    }

    /** Until bronze has as many messages, or gets no more. */
    private void awaitBronze(Catalogue catalogue, int messages)
            throws SQLException, InterruptedException {
        long rows = catalogue.rows();
        Instant changed = Instant.now();
        progress.accept("Waiting for bronze");
        while (rows < messages && changed.plus(STALL).isAfter(Instant.now())) {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
            long now = catalogue.rows();
            if (now != rows) {
                rows = now;
                changed = Instant.now();
            }
        }
    }

    private static double drain(List<Catalogue.Entry> objects, Instant lastMessage) {
        long last = objects.stream().mapToLong(Catalogue.Entry::registeredMicros).max().orElse(0);
        return Math.max(0, last / 1_000 - lastMessage.toEpochMilli()) / 1_000.0;
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
