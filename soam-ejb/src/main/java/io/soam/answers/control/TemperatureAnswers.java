package io.soam.answers.control;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.TemperatureAlert;
import io.soam.answers.boundary.TemperatureAverage;
import io.soam.enrichment.control.BatchesCommitted;
import io.soam.enrichment.control.PipelineWatch;
import io.soam.platform.control.Background;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Temperatures out of gold. Three ranges are kept, each until the next committed micro-batch, and
 * shorter ones are cut from them; the shortest, which the page Home shows, is asked for as soon as
 * a micro-batch is committed.
 */
@ApplicationScoped
public class TemperatureAnswers {

    /** What a caller waits for an answer that is not there yet. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration HOME = Duration.ofHours(1);

    @Inject TemperatureQueries queries;
    @Inject PipelineWatch pipeline;
    @Inject Clock clock;
    @Inject Background background;

    private final NavigableMap<Duration, KeptAnswer<TemperatureAverage>> averages = new TreeMap<>();
    private final NavigableMap<Duration, KeptAnswer<TemperatureAlert>> alerts = new TreeMap<>();

    @PostConstruct
    void keep() {
        for (Duration range : new Duration[] {HOME, Duration.ofHours(6), Duration.ofHours(24)}) {
            averages.put(
                    range,
                    new KeptAnswer<>(() -> queries.averages(range), background.executor(), clock));
            alerts.put(
                    range,
                    new KeptAnswer<>(() -> queries.alerts(range), background.executor(), clock));
        }
    }

    void committed(@Observes BatchesCommitted committed) {
        refreshHome();
    }

    /** Asks again for what Home shows, if it is out of date and Spark may answer by now. */
    public void refreshHome() {
        long version = pipeline.state().lastBatch();
        if (version > 0 && pipeline.isRunning()) {
            averages.get(HOME).refresh(version);
            alerts.get(HOME).refresh(version);
        }
    }

    /** Averages of the windows that began in the range, by time and sensor. */
    public Answer<TemperatureAverage> averages(Duration range) {
        return since(range, fresh(averages, range), TemperatureAverage::timeStart);
    }

    /** Alerts with a reading above the limit in the range, newest first. */
    public Answer<TemperatureAlert> alerts(Duration range) {
        return since(range, fresh(alerts, range), TemperatureAlert::lastAt);
    }

    /** Averages of the last hour as far as they are known; asks nobody. */
    public Answer<TemperatureAverage> knownAverages() {
        return since(HOME, known(averages), TemperatureAverage::timeStart);
    }

    /** Alerts of the last hour as far as they are known; asks nobody. */
    public Answer<TemperatureAlert> knownAlerts() {
        return since(HOME, known(alerts), TemperatureAlert::lastAt);
    }

    private <T> Answer<T> fresh(NavigableMap<Duration, KeptAnswer<T>> kept, Duration range) {
        long version = pipeline.state().lastBatch();
        return version == 0
                ? beforeTheFirstBatch()
                : kept.ceilingEntry(range).getValue().answer(version, PATIENCE);
    }

    private <T> Answer<T> known(NavigableMap<Duration, KeptAnswer<T>> kept) {
        return pipeline.state().lastBatch() == 0 ? beforeTheFirstBatch() : kept.get(HOME).known();
    }

    /** There are no tables to ask for yet. */
    private <T> Answer<T> beforeTheFirstBatch() {
        return pipeline.hasLooked()
                ? new Answer<>(List.of(), clock.instant(), null)
                : new Answer<>(List.of(), null, "The catalogue has not been read yet.");
    }

    private <T> Answer<T> since(Duration range, Answer<T> answer, Function<T, Instant> time) {
        Instant since = clock.instant().minus(range);
        return new Answer<>(
                answer.rows().stream().filter(row -> !time.apply(row).isBefore(since)).toList(),
                answer.asOf(),
                answer.staleReason());
    }
}
