package io.soam.ingestion.boundary;

import io.soam.domain.message.IngestionId;
import io.soam.ingestion.boundary.PushRefusedException.Reason;
import io.soam.ingestion.control.SourceRegistry;
import io.soam.ingestion.entity.RegisteredSource;
import io.soam.ingestion.push.HttpPushConnectorType;
import io.soam.ingestion.push.PushConfig;
import io.soam.ingestion.push.PushEndpoints;
import io.soam.platform.boundary.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Takes messages that senders send by themselves. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Pushes {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject PushEndpoints endpoints;
    @Inject PushConfig config;
    @Inject SourceRegistry registry;

    @Resource SessionContext session;

    /** Largest body that is taken, in bytes. */
    @RolesAllowed(Roles.USER)
    public int maxBodyBytes() {
        return config.maxBodyBytes();
    }

    /**
     * Takes messages for a data source of type {@code http_push}. Returns when all are durable.
     *
     * @throws PushRefusedException if they cannot be taken, or not all in time
     */
    @RolesAllowed(Roles.USER)
    public PushReceipt push(String ingestionId, PushedBody body) {
        check(body);
        if (!endpoints.isOpen(ingestionId)) {
            throw refusal(ingestionId);
        }
        List<String> ids =
                endpoints.take(ingestionId, body, session.getCallerPrincipal().getName());
        return new PushReceipt(ingestionId, ids.size(), ids);
    }

    private void check(PushedBody body) {
        if (body.bytes().length > config.maxBodyBytes()) {
            throw new PushRefusedException(
                    Reason.TOO_LARGE,
                    "The body is larger than "
                            + config.maxBodyBytes()
                            + " bytes. Send it in several requests. Nothing was taken.");
        }
        if (body.idempotencyKey() != null && !KEY.matcher(body.idempotencyKey()).matches()) {
            throw new PushRefusedException(
                    Reason.INVALID,
                    "The Idempotency-Key must have 1 to 255 visible ASCII characters. Nothing was"
                            + " taken.");
        }
    }

    /** Only here the database is asked: not for messages that are taken. */
    private PushRefusedException refusal(String ingestionId) {
        boolean known =
                !ingestionId.isEmpty()
                        && ingestionId.length() <= IngestionId.MAX_LENGTH
                        && registry.find(new IngestionId(ingestionId))
                                .map(RegisteredSource::getTypeName)
                                .filter(HttpPushConnectorType.NAME::equals)
                                .isPresent();
        return known
                ? new PushRefusedException(
                        Reason.NOT_RUNNING,
                        "Data source '"
                                + ingestionId
                                + "' takes no messages at present: it is stopped or disabled, or has"
                                + " just been started. Start it, or send again in some seconds.")
                : new PushRefusedException(
                        Reason.UNKNOWN,
                        "There is no data source '"
                                + ingestionId
                                + "' of type http_push. Create one, and send to its ingestion id.");
    }
}
