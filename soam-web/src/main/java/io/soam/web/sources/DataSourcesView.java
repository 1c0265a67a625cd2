package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSources;
import io.soam.ingestion.boundary.SourceHealthView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.primefaces.event.data.PageEvent;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.primefaces.model.SortOrder;

/** Behind {@code data-sources.xhtml}. */
@Named
@ViewScoped
public class DataSourcesView implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String ROWS_COOKIE = "soam-rows";
    private static final int YEAR = 60 * 60 * 24 * 365;
    private static final List<Integer> SIZES = List.of(10, 25, 50, 100);

    @Inject transient DataSources sources;

    private final SourceSearch search = new SourceSearch();
    private SourceModel model;
    private int page = 1;
    private int rows;

    @PostConstruct
    void load() {
        model = new SourceModel(sources, search);
        rows = rememberedRows();
    }

    public SourceSearch getSearch() {
        return search;
    }

    public LazyDataModel<SourceRow> getModel() {
        return model;
    }

    /** Statuses to filter by. */
    public List<String> getStatuses() {
        return List.of("active", "connecting", "error", "inactive", "stopped");
    }

    /** The order the address asks for, as the table has it. */
    public SortMeta getOrder() {
        String sort = search.getSort() == null ? "name" : search.getSort();
        boolean descending = sort.startsWith("-");
        return SortMeta.builder()
                .field(SourceModel.field(descending ? sort.substring(1) : sort))
                .order(descending ? SortOrder.DESCENDING : SortOrder.ASCENDING)
                .build();
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = Math.max(1, page);
    }

    public int getRows() {
        return rows;
    }

    public void setRows(int rows) {
        this.rows = SIZES.contains(rows) ? rows : this.rows;
    }

    /** First row of the page that the address asks for. */
    public int getFirst() {
        return (page - 1) * rows;
    }

    /** Keeps the number of rows for the next visit. */
    public void paged(PageEvent event) {
        rows = event.getRowsPerPage();
        external()
                .addResponseCookie(
                        ROWS_COOKIE,
                        Integer.toString(rows),
                        Map.of("path", "/", "maxAge", YEAR, "httpOnly", true));
    }

    /** How a data source is doing now. */
    public SourceHealthView health(long id) {
        return sources.health(id);
    }

    /** What else its connector tells, by name. */
    public List<Map.Entry<String, String>> details(SourceHealthView health) {
        return health.details().entrySet().stream()
                .filter(detail -> detail.getValue() != null)
                .map(detail -> Map.entry(detail.getKey(), text(detail.getValue())))
                .toList();
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return value instanceof Boolean yes ? yes ? "yes" : "no" : String.valueOf(value);
    }

    private static int rememberedRows() {
        Object cookie = external().getRequestCookieMap().get(ROWS_COOKIE);
        return SIZES.stream()
                .filter(size -> cookie instanceof Cookie c && c.getValue().equals("" + size))
                .findFirst()
                .orElse(SIZES.get(1));
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
