package io.soam.ingestion.boundary;

import io.soam.ingestion.control.FlatPayload;
import io.soam.ingestion.control.PreviewBuffers;
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
     * no JSON object is shown as {@code {content, raw: true}}.
     */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> newest(String ingestionId, int limit) {
        return buffers.newest(ingestionId, limit).stream().map(FlatPayload::of).toList();
    }

    /** The newest messages of every stream, stream by stream. */
    @RolesAllowed(Roles.VIEWER)
    public List<Map<String, Object>> all(int limitPerStream) {
        return buffers.streams().stream()
                .flatMap(stream -> newest(stream, limitPerStream).stream())
                .toList();
    }
}
