package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.platform.boundary.Page;
import io.soam.platform.boundary.PageRequest;
import io.soam.web.WebLog;
import io.soam.web.home.Card;
import io.soam.web.home.CardState;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The list of data sources, for the page and for the browser that has it open. */
@RequestScoped
public class SourceRows {

    private static final String UNAVAILABLE =
            "The data sources cannot be read now. What they send is still taken in and stored.";

    @Inject DataSources sources;

    @Inject SourceActivityReader activities;

    @Inject Clock clock;

    /** A page of the data sources that are searched for, or why there is none. */
    public Card<SourceRow> page(SourceSearch search, PageRequest request) {
        try {
            Page<DataSourceView> found = sources.list(search.query(), request);
            return new Card<>(
                    found.total() == 0 ? CardState.EMPTY : CardState.READY,
                    null,
                    clock.instant(),
                    rows(found.items()),
                    (int) found.total());
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            WebLog.LOG.pageWithoutData(e);
            return Card.failed(UNAVAILABLE);
        }
    }

    private List<SourceRow> rows(List<DataSourceView> found) {
        SourceActivityReader.Activities recent = activities.recent(found);
        return found.stream().map(source -> SourceRow.of(source, recent.of(source))).toList();
    }
}
