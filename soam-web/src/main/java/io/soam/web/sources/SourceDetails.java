package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.Previews;
import io.soam.ingestion.boundary.SourceHealthView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** One data source, for its page and for the browser that has it open. */
@RequestScoped
public class SourceDetails {

    @Inject DataSources sources;

    @Inject Previews previews;

    @Inject SourceActivityReader activities;

    /**
     * What its page shows.
     *
     * @throws io.soam.ingestion.boundary.UnknownDataSourceException if there is none
     */
    public SourceDetail of(long id) {
        return of(sources.one(id));
    }

    SourceDetail of(DataSourceView source) {
        SourceHealthView health = sources.health(source.id());
        SourceActivity recent = activities.recent(List.of(source)).of(source);
        return new SourceDetail(
                SourceRow.of(source, recent),
                health.message(),
                advice(source, health),
                health.lastConnection(),
                health.attempts(),
                health.nextAttemptAt(),
                health.replicas().stream().map(ReplicaRow::of).toList(),
                DetailItem.of(health.details()),
                streams(source.ingestionId()));
    }

    private List<SourceStream> streams(String sourceId) {
        return previews.streams().stream()
                .filter(id -> id.equals(sourceId) || id.startsWith(sourceId + "_"))
                .map(id -> SourceStream.of(sourceId, id))
                .toList();
    }

    private static String advice(DataSourceView source, SourceHealthView health) {
        if (!source.enabled()) {
            return "It is disabled. Enable it in its settings to let it run.";
        }
        if (!source.wanted()) {
            return "It was stopped. Start it to let messages come in again.";
        }
        if (health.lastError() != null) {
            return "It is tried again and again by itself. If the cause is here, change its settings and test the connection.";
        }
        return health.lastMessage() == null && health.healthy()
                ? "It is connected, but no message has come yet. Look whether its topics or paths are the right ones."
                : null;
    }
}
