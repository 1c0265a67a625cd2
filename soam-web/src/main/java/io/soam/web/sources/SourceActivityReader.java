package io.soam.web.sources;

import io.soam.ingestion.boundary.ActivityPoint;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.SourceActivities;
import io.soam.ingestion.boundary.SourceHealthView;
import io.soam.ingestion.boundary.UnknownDataSourceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks what has come from data sources lately: once every few seconds, for all open pages. */
@ApplicationScoped
public class SourceActivityReader {

    private static final int MINUTES = 15;
    private static final int MOST_KEPT = 1_000;
    private static final Duration FRESH = Duration.ofSeconds(3);

    @Inject SourceActivities activities;

    @Inject DataSources sources;

    @Inject Clock clock;

    private record Kept(Instant at, SourceActivity activity) {}

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    /**
     * What has come, by data source.
     *
     * @param byId by its number
     */
    record Activities(Map<Long, SourceActivity> byId) {

        SourceActivity of(DataSourceView source) {
            return byId.getOrDefault(source.id(), SourceActivity.UNKNOWN);
        }
    }

    Activities recent(List<DataSourceView> wanted) {
        Instant now = clock.instant();
        kept.values().removeIf(known -> known.at().plus(FRESH).isBefore(now));
        List<Long> missing =
                wanted.stream()
                        .map(DataSourceView::id)
                        .filter(id -> !kept.containsKey(id))
                        .limit(MOST_KEPT)
                        .toList();
        if (!missing.isEmpty()) {
            activities
                    .recent(missing, MINUTES)
                    .forEach((id, points) -> kept.put(id, new Kept(now, activity(id, points))));
        }
        Map<Long, SourceActivity> byId = new ConcurrentHashMap<>();
        kept.forEach((id, known) -> byId.put(id, known.activity()));
        return new Activities(byId);
    }

    private SourceActivity activity(long id, List<ActivityPoint> points) {
        try {
            SourceHealthView health = sources.health(id);
            return SourceActivity.of(points).with(health.lastMessage(), health.replicas().size());
        } catch (UnknownDataSourceException e) {
            // Deleted since the list was read, which then shows it for the last time.
            return SourceActivity.UNKNOWN;
        }
    }
}
