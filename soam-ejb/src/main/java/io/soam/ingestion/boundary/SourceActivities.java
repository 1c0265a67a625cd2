package io.soam.ingestion.boundary;

import io.soam.ingestion.control.ActivityHistory;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.control.SourceStates;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.entity.SourceStatus;
import io.soam.platform.boundary.Roles;
import io.soam.replicas.control.Replicas;
import io.soam.replicas.control.Server;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Tells what comes of the data sources, whichever replica runs them. */
@Stateless
public class SourceActivities {

    /** The longest series there is. */
    public static final int MOST_MINUTES = 24 * 60;

    @Inject SourceRegistry registry;
    @Inject SourceStates states;
    @Inject ActivityHistory history;
    @Inject Replicas replicas;

    /**
     * The last minutes of data sources, for small pictures: at most 60 steps of equal length,
     * oldest first, zeros where nothing came.
     *
     * @param ids numbers of data sources; unknown ones have zeros
     * @param minutes from 1 to {@value #MOST_MINUTES}
     */
    @RolesAllowed(Roles.VIEWER)
    public Map<Long, List<ActivityPoint>> recent(List<Long> ids, int minutes) {
        return history.series(ids, limited(minutes));
    }

    /**
     * What has come of one data source.
     *
     * @param minutes of the series, from 1 to {@value #MOST_MINUTES}
     * @throws UnknownDataSourceException if there is none of that number
     */
    @RolesAllowed(Roles.VIEWER)
    public SourceMetricsView metrics(long id, int minutes) {
        RegisteredSource source =
                registry.find(id).orElseThrow(() -> new UnknownDataSourceException(id));
        ActivityHistory.Totals totals = history.totals(id);
        ActivityHistory.Totals minute = history.lastMinute(id);
        return new SourceMetricsView(
                source.getIngestionId(),
                totals.received(),
                totals.failed(),
                totals.bytes(),
                totals.lastMessageAt(),
                minute.received() / 60.0,
                minute.bytes() / 60.0,
                ActivityHistory.stepSeconds(limited(minutes)),
                history.series(List.of(id), limited(minutes)).get(id),
                states.ofServers(id).stream().map(HealthViews::view).toList());
    }

    /** How all data sources are doing. */
    @RolesAllowed(Roles.VIEWER)
    public SourcesOverview overview() {
        Map<String, String> statuses = states.statuses();
        return new SourcesOverview(
                (int) statuses.values().stream().filter(SourceStatus.ACTIVE.code()::equals).count(),
                statuses,
                replicas.known().stream().map(Server::podName).toList());
    }

    private static int limited(int minutes) {
        return Math.max(1, Math.min(minutes, MOST_MINUTES));
    }
}
