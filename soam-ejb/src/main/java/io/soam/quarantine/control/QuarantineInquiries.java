package io.soam.quarantine.control;

import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.quarantine.boundary.QuarantineDetail;
import io.soam.quarantine.boundary.QuarantineQuery;
import io.soam.quarantine.boundary.QuarantinedMessage;
import io.soam.quarantine.boundary.RawPayload;
import io.soam.quarantine.boundary.UndecidableMessageException;
import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Answers what users ask about messages in quarantine, or says that the lake does not answer. */
@ApplicationScoped
public class QuarantineInquiries {

    @Inject QuarantineTable table;
    @Inject PatientLake lake;

    public Page<QuarantinedMessage> list(QuarantineQuery query, PageRequest request) {
        SqlCondition condition = QuarantineConditions.of(query.filter());
        String order = QuarantineConditions.order(query.sort());
        return lake.ask(
                List.of(query, request),
                () -> {
                    long total = table.count(condition);
                    List<QuarantinedMessage> items =
                            total <= request.offset()
                                    ? List.of()
                                    : table.find(
                                            condition, order, request.offset(), request.pageSize());
                    return new Page<>(items, total, request.page(), request.pageSize());
                });
    }

    public List<QuarantinedMessage> first(QuarantineQuery query, int most) {
        return lake.ask(
                List.of("export", query),
                () ->
                        table.find(
                                QuarantineConditions.of(query.filter()),
                                QuarantineConditions.order(query.sort()),
                                0,
                                most));
    }

    public QuarantineDetail one(String id) {
        RowId row = RowId.of(id);
        return lake.ask(row, () -> table.detail(row))
                .orElseThrow(() -> new UnknownQuarantinedMessageException(id));
    }

    public RawPayload raw(String id) {
        RowId row = RowId.of(id);
        OriginalMessage original =
                lake.ask(List.of("raw", row), () -> table.originals(List.of(row.text()))).stream()
                        .findFirst()
                        .orElseThrow(() -> new UnknownQuarantinedMessageException(id));
        if (original.messageId() == null) {
            throw new UndecidableMessageException(
                    "This entry stands for a whole object that cannot be read; look for it in the"
                            + " object store.");
        }
        return new RawPayload("message-" + original.id() + ".bin", original.payload());
    }
}
