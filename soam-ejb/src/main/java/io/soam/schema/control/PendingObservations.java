package io.soam.schema.control;

import io.soam.domain.schema.Evolution;
import io.soam.domain.schema.StreamProfile;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.spool.SpoolState;
import io.soam.schema.boundary.CurrentView;
import io.soam.schema.boundary.CurrentView.Pending;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What has arrived and is not in the totals yet. */
@ApplicationScoped
public class PendingObservations {

    /** Of a megabyte at most each; normally there is none or one. */
    private static final int MOST_CHUNKS = 8;

    private static final String WAITING =
            "select content from soam.schema_observations where defect is null order by id limit ?";

    @Resource(lookup = "java:jboss/datasources/SoamDS")
    DataSource dataSource;

    @Inject SpoolAccess spool;

    @Inject Datasets datasets;

    @Inject SourceRegistry sources;

    /** Asks the database and the spool. */
    public CurrentView current() {
        List<byte[]> chunks =
                new Rows(dataSource, WAITING, List.of(MOST_CHUNKS + 1)).all(row -> row.getBytes(1));
        Map<String, StreamObservation> byStream = new TreeMap<>();
        for (byte[] chunk : chunks.subList(0, Math.min(MOST_CHUNKS, chunks.size()))) {
            read(chunk)
                    .forEach(
                            seen ->
                                    byStream.merge(
                                            seen.ingestionId(), seen, PendingObservations::both));
        }
        Map<String, String> names = sources.names();
        SpoolState state = spool.state();
        return new CurrentView(
                byStream.values().stream()
                        .map(
                                seen ->
                                        new Pending(
                                                datasets.pending(seen, names),
                                                FieldViews.of(seen.profile())))
                        .toList(),
                chunks.size() > MOST_CHUNKS,
                state.segments(),
                state.bytes());
    }

    private static List<StreamObservation> read(byte[] chunk) {
        try {
            return ObservationChunks.read(chunk);
        } catch (IOException | RuntimeException e) {
            // The merge, which comes to it at the same time, reports it and sets it aside.
            return List.of();
        }
    }

    private static StreamObservation both(StreamObservation one, StreamObservation other) {
        StreamProfile known = one.profile();
        Evolution.merge(known, other.profile(), other.quality());
        return new StreamObservation(
                other.ingestionId(),
                other.topic(),
                other.sourceType(),
                other.sourceId(),
                other.hour(),
                other.objects(),
                known,
                other.quality());
    }
}
