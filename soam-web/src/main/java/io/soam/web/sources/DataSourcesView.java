package io.soam.web.sources;

import io.soam.ingestion.boundary.ConnectorTypeView;
import io.soam.ingestion.boundary.DataSources;
import io.soam.platform.boundary.PageRequest;
import io.soam.platform.boundary.Roles;
import io.soam.web.WebLog;
import io.soam.web.home.Card;
import io.soam.web.shell.Pager;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code data-sources.xhtml}. */
@Named
@RequestScoped
public class DataSourcesView {

    @Inject DataSources sources;

    @Inject SourceRows list;

    @Inject ExternalContext external;

    private final SourceSearch search = new SourceSearch();
    private final Pager pager = new Pager();
    private Card<SourceRow> rows;
    private List<ConnectorTypeView> types;

    /** Reads the page that the address asks for. */
    public void load() {
        pager.remember(external);
        rows = list.page(search, new PageRequest(pager.getPage(), pager.getRows()));
        pager.setTotal(rows.total());
        types = types();
    }

    public SourceSearch getSearch() {
        return search;
    }

    public Pager getPager() {
        return pager;
    }

    public Card<SourceRow> getList() {
        return rows;
    }

    /** Types to filter by. */
    public List<ConnectorTypeView> getTypes() {
        return types;
    }

    /** States to filter by. */
    public List<StatusFilter> getStatuses() {
        return StatusFilter.ALL;
    }

    /** Whether the caller may connect a data source. */
    public boolean isMayConnect() {
        return external.isUserInRole(Roles.USER) || external.isUserInRole(Roles.ADMIN);
    }

    private List<ConnectorTypeView> types() {
        try {
            return sources.types();
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            WebLog.LOG.pageWithoutData(e);
            return List.of();
        }
    }
}
