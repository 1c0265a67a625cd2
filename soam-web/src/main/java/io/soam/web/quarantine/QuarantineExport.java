package io.soam.web.quarantine;

import io.soam.quarantine.boundary.Quarantine;
import io.soam.quarantine.boundary.QuarantineFilter;
import io.soam.quarantine.boundary.QuarantineQuery;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import io.soam.quarantine.boundary.QuarantinedMessage;
import io.soam.web.sources.Csv;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The messages that the page finds, the first thousands of them, as CSV. */
@WebServlet("/exports/quarantine.csv")
public class QuarantineExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient Quarantine quarantine;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        List<QuarantinedMessage> messages;
        try {
            messages = quarantine.export(query(request));
        } catch (QuarantineUnavailableException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (ConstraintViolationException | DateTimeException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"quarantine.csv\"");
        PrintWriter out = response.getWriter();
        out.print(
                Csv.line(
                        "id",
                        "received_at",
                        "quarantined_at",
                        "stream",
                        "source_type",
                        "topic",
                        "reason",
                        "detail",
                        "state",
                        "decided_by",
                        "decided_at",
                        "note",
                        "replay_id",
                        "replay_of",
                        "binary",
                        "payload_bytes",
                        "payload_begin"));
        messages.forEach(message -> out.print(line(message)));
    }

    private static String line(QuarantinedMessage message) {
        return Csv.line(
                message.id(),
                message.receivedAt(),
                message.quarantinedAt(),
                message.ingestionId(),
                message.sourceType(),
                message.topic(),
                message.reason(),
                message.detail(),
                message.state(),
                message.decidedBy(),
                message.decidedAt(),
                message.note(),
                message.replayId(),
                message.replayOf(),
                message.binary(),
                message.payloadBytes(),
                message.excerpt());
    }

    private static QuarantineQuery query(HttpServletRequest request) {
        return new QuarantineQuery(
                new QuarantineFilter(
                        text(request, "reason"),
                        text(request, "stream"),
                        text(request, "source_type"),
                        text(request, "state"),
                        time(request, "from"),
                        time(request, "until"),
                        text(request, "q"),
                        time(request, "decided_at")),
                text(request, "sort"));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static Instant time(HttpServletRequest request, String name) {
        String value = text(request, name);
        return value == null ? null : Instant.parse(value);
    }
}
