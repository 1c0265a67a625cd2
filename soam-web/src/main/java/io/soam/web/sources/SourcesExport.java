package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** The data sources that the page shows, all pages of them, as CSV. */
@WebServlet("/exports/data-sources.csv")
public class SourcesExport extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject transient DataSources sources;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        SourceSearch search = new SourceSearch();
        search.setText(request.getParameter("q"));
        search.setStatus(request.getParameter("status"));
        search.setType(request.getParameter("type"));
        search.setSort(request.getParameter("sort"));
        search.setDisabledToo(Boolean.parseBoolean(request.getParameter("disabled")));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"data-sources.csv\"");
        PrintWriter out = response.getWriter();
        out.print(
                Csv.line(
                        "id",
                        "name",
                        "type_name",
                        "status",
                        "enabled",
                        "ingestion_id",
                        "last_connection",
                        "last_error",
                        "created_by"));
        int number = 1;
        Page<DataSourceView> page;
        do {
            PageRequest part = new PageRequest(number, PageRequest.MAX_SIZE);
            page = sources.list(search.query(), part);
            page.items().forEach(source -> out.print(line(source)));
            number++;
        } while (page.items().size() == PageRequest.MAX_SIZE);
    }

    private static String line(DataSourceView source) {
        return Csv.line(
                source.id(),
                source.name(),
                source.typeName(),
                source.status(),
                source.enabled(),
                source.ingestionId(),
                source.lastConnection(),
                source.lastError(),
                source.createdBy());
    }
}
