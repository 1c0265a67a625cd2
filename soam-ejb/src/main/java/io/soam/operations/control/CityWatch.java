package io.soam.operations.control;

import io.soam.answers.boundary.LatestReading;
import io.soam.answers.control.TemperatureAnswers;
import io.soam.enrichment.boundary.BatchView;
import io.soam.enrichment.boundary.StreamsStatus;
import io.soam.enrichment.control.CommittedBatch;
import io.soam.enrichment.control.DayTotals;
import io.soam.enrichment.control.PipelineState;
import io.soam.enrichment.control.PipelineStatus;
import io.soam.enrichment.control.PipelineWatch;
import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.PartState;
import io.soam.operations.boundary.ReadinessReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the snapshot that the page Home shows, so that showing it costs nothing. What comes in and
 * is stored is that of all servers.
 */
@ApplicationScoped
public class CityWatch {

    private static final int LATEST = 50;
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final double MILLIS_PER_SECOND = 1_000;

    @Inject AllServers servers;
    @Inject PipelineWatch pipeline;
    @Inject TemperatureAnswers answers;
    @Inject Readiness readiness;
    @Inject RegistryFigures registry;
    @Inject LagMeters lags;
    @Inject Clock clock;

    private final RateMeter received = new RateMeter(Duration.ofSeconds(10));
    private final RateMeter stored = new RateMeter(Duration.ofSeconds(30));
    private final RateMeter enriched = new RateMeter(Duration.ofSeconds(30));
    private volatile CitySnapshot snapshot;

    /** The snapshot; taken now if there is none yet. */
    public CitySnapshot now() {
        CitySnapshot kept = snapshot;
        return kept == null ? take() : kept;
    }

    /** Takes the snapshot anew. */
    synchronized CitySnapshot take() {
        Instant at = clock.instant();
        ServerFigures all = servers.now();
        PipelineState state = pipeline.state();
        received.sample(at, all.received());
        stored.sample(at, all.stored());
        enriched.sample(at, state.silverRows());
        double bronzeLag = age(all.oldestSpooled(), at);
        double silverLag = age(state.oldestUnrefined(), at);
        lags.set(bronzeLag, silverLag);
        DayTotals today = state.today();
        StreamsStatus status = PipelineStatus.of(state);
        snapshot =
                new CitySnapshot(
                        at,
                        received.rate(),
                        stored.rate(),
                        enriched.rate(),
                        all.lastReceivedAt(),
                        goldDelay(status, at),
                        bronzeLag,
                        silverLag,
                        today == null ? 0 : today.quarantined(),
                        today == null ? 0 : today.rowsIn(),
                        all.spoolBytes(),
                        all.problem(),
                        registry.active(),
                        registry.failing(),
                        all.streams(),
                        status,
                        parts(),
                        answers.knownAverages(),
                        answers.knownAlerts(),
                        latest(state),
                        registry.threshold());
        return snapshot;
    }

    private List<PartState> parts() {
        ReadinessReport report = readiness.known();
        return report == null ? List.of() : report.parts();
    }

    private static double age(Instant oldest, Instant now) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, now).toMillis() / MILLIS_PER_SECOND);
    }

    /** The percentiles of the last micro-batches, each weighing as much as it has rows. */
    private static Double goldDelay(StreamsStatus status, Instant now) {
        double sum = 0;
        long rows = 0;
        for (BatchView batch : status.recent()) {
            if (batch.sensorToGoldP95() != null
                    && batch.silver() > 0
                    && batch.committedAt().isAfter(now.minus(RECENT))) {
                sum += batch.sensorToGoldP95() * batch.silver();
                rows += batch.silver();
            }
        }
        return rows == 0 ? null : sum / rows;
    }

    private static List<LatestReading> latest(PipelineState state) {
        Stream<CommittedBatch> newest = state.recent().stream().limit(LATEST);
        return newest.flatMap(batch -> batch.report().latestReadings().stream())
                .map(
                        reading ->
                                new LatestReading(
                                        reading.at(),
                                        reading.sensorId(),
                                        reading.ingestionId(),
                                        reading.messageId(),
                                        reading.numbers()))
                .sorted(Comparator.comparing(LatestReading::at).reversed())
                .limit(LATEST)
                .toList();
    }
}
