package io.soam.ingestion.boundary;

import io.soam.ingestion.control.FlatPayload;
import io.soam.ingestion.control.PreviewBuffers;
import io.soam.ingestion.control.PreviewExchange;
import io.soam.ingestion.control.PreviewSelection;
import io.soam.ingestion.control.PreviewSize;
import io.soam.ingestion.control.StreamPreview;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;

/**
 * Shows the newest messages of the streams, whichever replica they arrive at. A replica that does
 * not answer within two seconds is left out.
 */
@Stateless
// The other replicas see a question only when it is committed.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Previews {

    private static final String SIZES = "A preview keeps 1 to 10000 messages.";

    @Inject PreviewExchange exchange;
    @Inject PreviewBuffers buffers;
    @Inject PreviewSize size;

    @Resource SessionContext session;

    /** Ingestion ids of the streams that have a preview, by name. */
    @RolesAllowed(Roles.VIEWER)
    public List<String> streams() {
        return look(null, 0).streams().stream().map(StreamPreview::ingestionId).toList();
    }

    /**
     * The newest messages of a stream, newest last; none for an unknown stream. A payload that is
     * no JSON object is shown as {@code {content, raw: true}}. The answer is limited in size, see
     * {@link PreviewSelection}.
     */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> newest(String ingestionId, int limit) {
        return newestOfAll(ingestionId, limit).messages();
    }

    /**
     * The newest messages of every stream, stream by stream, newest last. The answer is limited in
     * size, see {@link PreviewSelection}.
     */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> all(int limitPerStream) {
        return newestOfAll(null, limitPerStream).messages();
    }

    /**
     * The newest messages, and which replicas are missing.
     *
     * @param ingestionId one stream, or null for all
     */
    @RolesAllowed(Roles.VIEWER)
    public PreviewAnswer newestOfAll(String ingestionId, int limitPerStream) {
        PreviewExchange.Previewed previewed = look(ingestionId, limitPerStream);
        return new PreviewAnswer(
                PreviewSelection.limited(previewed.streams()).stream()
                        .flatMap(stream -> stream.records().stream())
                        .map(FlatPayload::of)
                        .toList(),
                previewed.silent());
    }

    /** Topics and sensors of the last messages of every stream. */
    @RolesAllowed(Roles.VIEWER)
    public List<TopicAnalysis> topics() {
        int maxRows = buffers.maxRows();
        return PreviewSelection.limited(look(null, TopicAnalyses.LOOKED_AT).streams()).stream()
                .map(stream -> TopicAnalyses.of(stream, maxRows))
                .toList();
    }

    /** Changes how many messages each preview keeps, on all replicas; the newest stay. */
    @RolesAllowed(Roles.ADMIN)
    public BufferStatus resize(
            @Min(value = 1, message = SIZES) @Max(value = 10_000, message = SIZES) int maxRows) {
        size.set(maxRows, session.getCallerPrincipal().getName());
        List<StreamPreview> streams = look(null, 0).streams();
        return new BufferStatus(
                maxRows, streams.size(), streams.stream().mapToInt(StreamPreview::kept).sum());
    }

    private PreviewExchange.Previewed look(String ingestionId, int limit) {
        try {
            return exchange.look(ingestionId, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server is stopping", e);
        }
    }
}
