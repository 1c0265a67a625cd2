package io.soam.quarantine.boundary;

import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.quarantine.control.Decisions;
import io.soam.quarantine.control.QuarantineInquiries;
import io.soam.quarantine.control.QuarantineSummaries;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Messages that cannot be read, and what is decided about them. All of it lies in the lake: while
 * that does not answer, every method but the summary throws {@link QuarantineUnavailableException}
 * within seconds.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Quarantine {

    /** Most messages of one list that is not paged. */
    public static final int MOST_EXPORTED = 5_000;

    private static final int LARGEST_PAYLOAD = 16 << 20;

    @Resource SessionContext session;

    @Inject QuarantineInquiries inquiries;
    @Inject QuarantineSummaries summaries;
    @Inject Decisions decisions;

    /** Messages that a filter finds, sorted and paged by Spark. */
    @RolesAllowed(Roles.VIEWER)
    public Page<QuarantinedMessage> list(
            @NotNull @Valid QuarantineQuery query, @NotNull @Valid PageRequest request) {
        return inquiries.list(query, request);
    }

    /** The first {@value #MOST_EXPORTED} messages that a filter finds. */
    @RolesAllowed(Roles.VIEWER)
    public List<QuarantinedMessage> export(@NotNull @Valid QuarantineQuery query) {
        return inquiries.first(query, MOST_EXPORTED);
    }

    /**
     * One message.
     *
     * @throws UnknownQuarantinedMessageException if there is none of that id
     */
    @RolesAllowed(Roles.VIEWER)
    public QuarantineDetail one(String id) {
        return inquiries.one(id);
    }

    /**
     * Its payload, byte for byte.
     *
     * @throws UnknownQuarantinedMessageException if there is none of that id
     * @throws UndecidableMessageException if the entry has no payload
     */
    @RolesAllowed(Roles.VIEWER)
    public RawPayload raw(String id) {
        return inquiries.raw(id);
    }

    /** How much there is and why; the last known while the lake does not answer. */
    @RolesAllowed(Roles.VIEWER)
    public QuarantineSummary summary() {
        return summaries.current();
    }

    /**
     * Sends messages once more; a large set in parts, see {@link QuarantineDecision#remaining}.
     *
     * @param mended a payload in the place of the original one, for one message; null for the
     *     original
     */
    @RolesAllowed(Roles.USER)
    public QuarantineDecision replay(
            @NotNull(message = "Say which messages.") @Valid QuarantineSelection selection,
            @Size(max = LARGEST_PAYLOAD, message = "A payload has at most 16 MiB.") byte[] mended) {
        if (mended != null && (selection.ids() == null || selection.ids().size() != 1)) {
            throw new UndecidableMessageException(
                    "A mended payload belongs to one message: name exactly one id.");
        }
        return decisions.replay(selection, mended, caller());
    }

    /**
     * Gives messages up. They stay where they are and can be restored.
     *
     * @param note why; may be null
     */
    @RolesAllowed(Roles.USER)
    public QuarantineDecision discard(
            @NotNull(message = "Say which messages.") @Valid QuarantineSelection selection,
            @Size(max = 1_000, message = "A note has at most 1,000 characters.") String note) {
        return decisions.discard(selection, note, caller());
    }

    /** Takes back that messages were given up. */
    @RolesAllowed(Roles.USER)
    public QuarantineDecision restore(
            @NotNull(message = "Say which messages.") @Valid QuarantineSelection selection) {
        return decisions.restore(selection, caller());
    }

    private String caller() {
        return session.getCallerPrincipal().getName();
    }
}
