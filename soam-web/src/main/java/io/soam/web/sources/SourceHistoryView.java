package io.soam.web.sources;

import io.soam.ingestion.boundary.SourceEventQuery;
import io.soam.ingestion.boundary.SourceEventView;
import io.soam.ingestion.boundary.SourceHistory;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.web.WebLog;
import io.soam.web.home.Card;
import io.soam.web.home.CardState;
import io.soam.web.shell.Pager;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;

/** The history of the data source whose page is shown. */
@Named
@RequestScoped
public class SourceHistoryView {

    private static final List<StatusFilter> STATUSES =
            List.of(
                    new StatusFilter("error", "Failures"),
                    new StatusFilter("active", "Connections"),
                    new StatusFilter("connecting", "Starts"),
                    new StatusFilter("stopped", "Stops"));

    @Inject SourceDetailView detail;

    @Inject SourceHistory history;

    @Inject Clock clock;

    @Inject ExternalContext external;

    private final Pager pager = new Pager();
    private String status;
    private Card<SourceEventRow> rows;

    /** Reads what the address asks for, if that is the history of a data source. */
    public void load() {
        if (detail.getSource() == null || !"history".equals(detail.getTab())) {
            return;
        }
        pager.remember(external);
        rows = read();
        pager.setTotal(rows.total());
    }

    /** The kind of event that is shown; null for all. */
    public String getStatus() {
        return status;
    }

    /** A kind that there is not is none: an address may be mistyped. */
    public void setStatus(String status) {
        this.status = known(status);
    }

    public List<StatusFilter> getStatuses() {
        return STATUSES;
    }

    public Pager getPager() {
        return pager;
    }

    public Card<SourceEventRow> getList() {
        return rows;
    }

    /** The query of the address as it is, without the page. */
    public String getLink() {
        return withStatus(status);
    }

    /** The same with another kind of event; empty for all. */
    public String withStatus(String other) {
        String all = "?id=" + detail.getId() + "&tab=history";
        return other == null || other.isEmpty() ? all : all + "&status=" + other;
    }

    static String known(String status) {
        return STATUSES.stream()
                .map(StatusFilter::code)
                .filter(code -> code.equals(status))
                .findFirst()
                .orElse(null);
    }

    private Card<SourceEventRow> read() {
        try {
            Page<SourceEventView> found =
                    history.events(
                            detail.getId(),
                            new SourceEventQuery(status),
                            new PageRequest(pager.getPage(), pager.getRows()));
            return new Card<>(
                    found.items().isEmpty() ? CardState.EMPTY : CardState.READY,
                    null,
                    clock.instant(),
                    found.items().stream().map(SourceEventRow::of).toList(),
                    (int) found.total());
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            WebLog.LOG.pageWithoutData(e);
            return Card.failed("The history cannot be read now. It goes on being written.");
        }
    }
}
