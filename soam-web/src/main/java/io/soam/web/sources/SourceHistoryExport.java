package io.soam.web.sources;

import io.soam.ingestion.boundary.SourceEventQuery;
import io.soam.ingestion.boundary.SourceEventView;
import io.soam.ingestion.boundary.SourceHistory;
import io.soam.ingestion.boundary.UnknownDataSourceException;
import io.soam.platform.boundary.PageRequest;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** The history that the page of a data source shows, all pages of it, as CSV. */
@WebServlet("/exports/data-source-events.csv")
public class SourceHistoryExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient SourceHistory history;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String id = request.getParameter("id");
        if (id == null || !id.matches("\\d{1,18}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        SourceEventQuery query =
                new SourceEventQuery(SourceHistoryView.known(request.getParameter("status")));
        try {
            // No more are kept of a data source than a page may have.
            PageRequest all = new PageRequest(1, PageRequest.MAX_SIZE);
            write(history.events(Long.parseLong(id), query, all).items(), response);
        } catch (UnknownDataSourceException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND, e.getMessage());
        }
    }

    private static void write(List<SourceEventView> events, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"data-source-events.csv\"");
        PrintWriter out = response.getWriter();
        out.print(
                Csv.line(
                        "id",
                        "pod_name",
                        "at",
                        "last_at",
                        "occurrences",
                        "status_before",
                        "status",
                        "error"));
        events.forEach(event -> out.print(line(event)));
    }

    private static String line(SourceEventView event) {
        return Csv.line(
                event.id(),
                event.podName(),
                event.at(),
                event.lastAt(),
                event.occurrences(),
                event.statusBefore(),
                event.status(),
                event.error());
    }
}
