package io.soam.web.sources;

import io.soam.ingestion.boundary.ConnectorTypeView;
import io.soam.ingestion.boundary.DataSourceQuery;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.UnknownDataSourceException;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.web.home.TimeRange;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** Behind {@code data-source.xhtml}. */
@Named
@RequestScoped
public class SourceDetailView {

    @Inject DataSources sources;

    @Inject SourceDetails details;

    @Inject ExternalContext external;

    private long id;
    private String ingestionId;
    private String tab;
    private String range;
    private String stream;
    private String problem;
    private DataSourceView source;
    private SourceDetail detail;

    /** Reads the data source that the address names. */
    public void load() {
        try {
            if (ingestionId != null) {
                id = numberOf(ingestionId);
            }
            source = sources.one(id);
            detail = details.of(source);
        } catch (UnknownDataSourceException e) {
            String which =
                    ingestionId == null
                            ? e.getMessage()
                            : "There is no data source " + ingestionId + ".";
            problem = which + " It may have been deleted.";
            external.setResponseStatus(404);
        }
    }

    /** The number of the data source of an ingestion id; zero, which none has, if there is none. */
    private long numberOf(String wanted) {
        DataSourceQuery query = new DataSourceQuery(wanted, null, null, false, null);
        return sources.list(query, new PageRequest(1, PageRequest.MAX_SIZE)).items().stream()
                .filter(found -> found.ingestionId().equals(wanted))
                .findFirst()
                .map(DataSourceView::id)
                .orElse(0L);
    }

    /** What other pages may know of it instead of its number. */
    public String getIngestionId() {
        return ingestionId;
    }

    /** One that is longer than any is none: an address may be mistyped. */
    public void setIngestionId(String ingestionId) {
        this.ingestionId =
                ingestionId == null || ingestionId.isEmpty() || ingestionId.length() > 255
                        ? null
                        : ingestionId;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    /** The part of the page; overview if the address names none that there is. */
    public String getTab() {
        return Optional.ofNullable(tab).filter(DetailTab.CODES::contains).orElse("overview");
    }

    public void setTab(String tab) {
        this.tab = tab;
    }

    /** The range as it stands in the address. */
    public String getRange() {
        return TimeRange.of(range == null ? "15m" : range).getCode();
    }

    public void setRange(String range) {
        this.range = range;
    }

    /** The stream whose messages are shown; null for all. */
    public String getStream() {
        return stream;
    }

    public void setStream(String stream) {
        this.stream = stream;
    }

    public List<TimeRange> getRanges() {
        return List.of(TimeRange.values());
    }

    public List<DetailTab> getTabs() {
        return DetailTab.ALL;
    }

    /** Why there is nothing to see; null if there is. */
    public String getProblem() {
        return problem;
    }

    public DataSourceView getSource() {
        return source;
    }

    /** What the browser, too, asks for again and again. */
    public SourceDetail getDetail() {
        return detail;
    }

    /** The settings in the order and the words of the type's form. */
    public List<ShownSetting> getSettings() {
        return sources.types().stream()
                .filter(type -> type.name().equals(source.typeName()))
                .map(ConnectorTypeView::configSchema)
                .findFirst()
                .map(schema -> ShownSetting.of(schema, source))
                .orElse(List.of());
    }

    /** What sends it a message; null if it is not one that messages are sent to. */
    public String getSending() {
        if (!"http_push".equals(source.typeName())) {
            return null;
        }
        String path = external.getRequestContextPath() + "/api/ingest/" + source.ingestionId();
        String port =
                external.getRequestServerPort() == 80 ? "" : ":" + external.getRequestServerPort();
        return """
                curl -X POST '%s://%s%s%s' \\
                  -H "Authorization: Bearer $TOKEN" \\
                  -H 'Content-Type: application/json' \\
                  -d '{"sensor_id": "probe-1", "temperature": 21.5}'"""
                .formatted(
                        external.getRequestScheme(), external.getRequestServerName(), port, path);
    }

    /** Whether the caller may connect a data source like this. */
    public boolean isMayConnect() {
        return external.isUserInRole(Roles.USER) || external.isUserInRole(Roles.ADMIN);
    }
}
