package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.web.home.Formats;
import io.soam.web.home.Sparkline;
import java.time.Instant;

/**
 * A data source in the list, in words.
 *
 * @param id its number
 * @param name for people
 * @param typeName its connector type
 * @param typeLabel the same for people
 * @param ingestionId its id in the lake
 * @param state how it is doing
 * @param reason why, if there is something to say; otherwise null
 * @param rate messages a second of the last minute; null if that is not known
 * @param points the last 15 minutes as a line; empty if they are not known
 * @param lastMessageAt reception of its newest message; null if none is known
 * @param replicas servers it runs on; null if that is not known
 * @param startable whether the caller can start it now
 * @param stoppable whether he can stop and restart it now
 * @param mayChange whether he may change and delete it
 */
public record SourceRow(
        long id,
        String name,
        String typeName,
        String typeLabel,
        String ingestionId,
        SourceState state,
        String reason,
        String rate,
        String points,
        Instant lastMessageAt,
        String replicas,
        boolean startable,
        boolean stoppable,
        boolean mayChange) {

    static SourceRow of(DataSourceView source, SourceActivity activity) {
        boolean operable = source.mayOperate() && source.enabled();
        return new SourceRow(
                source.id(),
                source.name(),
                source.typeName(),
                source.typeDisplayName(),
                source.ingestionId(),
                SourceState.of(source),
                source.wanted() && source.enabled() ? source.lastError() : null,
                activity.rates().isEmpty() ? null : Formats.rate(activity.rate()),
                Sparkline.points(activity.rates()),
                activity.lastMessageAt(),
                activity.replicas() == null ? null : activity.replicas().toString(),
                operable && !source.wanted(),
                operable && source.wanted(),
                source.mayChange());
    }
}
