package io.soam.ingestion.boundary;

import io.soam.ingestion.control.FlatPayload;
import io.soam.ingestion.control.PreviewBuffers;
import io.soam.ingestion.spool.SpoolRecord;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Shows the newest messages of the streams that arrive in this server. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Previews {

    @Inject PreviewBuffers buffers;

    /** Ingestion ids of the streams that have a preview, by name. */
    @RolesAllowed(Roles.VIEWER)
    public List<String> streams() {
        return buffers.streams();
    }

    /**
     * The newest messages of a stream, newest last; none for an unknown stream. A payload that is
     * no JSON object is shown as {@code {content, raw: true}}. The answer is limited in size, see
     * {@link PreviewSelection}.
     */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> newest(String ingestionId, int limit) {
        return flat(List.of(buffers.newest(ingestionId, limit)));
    }

    /**
     * The newest messages of every stream, stream by stream, newest last. The answer is limited in
     * size, see {@link PreviewSelection}.
     */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> all(int limitPerStream) {
        return flat(
                buffers.streams().stream()
                        .map(stream -> buffers.newest(stream, limitPerStream))
                        .toList());
    }

    private static List<Map<String, Object>> flat(List<List<SpoolRecord>> streams) {
        return PreviewSelection.of(streams).stream().map(FlatPayload::of).toList();
    }
}
