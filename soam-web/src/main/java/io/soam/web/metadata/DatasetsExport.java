package io.soam.web.metadata;

import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.schema.boundary.DatasetQuery;
import io.soam.schema.boundary.DatasetView;
import io.soam.schema.boundary.MetadataUnavailableException;
import io.soam.schema.boundary.SchemaMetadata;
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

/** The datasets that the page finds, all pages of them, as CSV. */
@WebServlet("/exports/datasets.csv")
public class DatasetsExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient SchemaMetadata metadata;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            DatasetQuery query = query(request);
            Page<DatasetView> first = metadata.datasets(query, part(1));
            response.setContentType("text/csv;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"datasets.csv\"");
            write(query, first, response.getWriter());
        } catch (MetadataUnavailableException e) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (ConstraintViolationException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void write(DatasetQuery query, Page<DatasetView> first, PrintWriter out) {
        out.print(
                Csv.line(
                        "ingestion_id",
                        "topic",
                        "source_type",
                        "data_source",
                        "record_count",
                        "unreadable_count",
                        "field_count",
                        "unique_sensor_ids",
                        "data_size_bytes",
                        "first_seen",
                        "last_seen",
                        "first_event_time",
                        "last_event_time"));
        Page<DatasetView> page = first;
        page.items().forEach(dataset -> out.print(line(dataset)));
        while (page.items().size() == PageRequest.MAX_SIZE) {
            page = metadata.datasets(query, part(page.page() + 1));
            page.items().forEach(dataset -> out.print(line(dataset)));
        }
    }

    private static PageRequest part(int number) {
        return new PageRequest(number, PageRequest.MAX_SIZE);
    }

    private static DatasetQuery query(HttpServletRequest request) {
        return new DatasetQuery(
                text(request, "q"),
                text(request, "topic"),
                text(request, "type"),
                Boolean.parseBoolean(request.getParameter("active")),
                text(request, "sort"));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static String line(DatasetView dataset) {
        return Csv.line(
                dataset.ingestionId(),
                dataset.topic(),
                dataset.sourceType(),
                dataset.sourceName(),
                dataset.recordCount(),
                dataset.unreadableCount(),
                dataset.fieldCount(),
                dataset.uniqueSensorIds(),
                dataset.dataSizeBytes(),
                dataset.firstSeen(),
                dataset.lastSeen(),
                dataset.firstEventTime(),
                dataset.lastEventTime());
    }
}
