package io.soam.web.sources;

import io.soam.ingestion.boundary.DataSourceView;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;

/** Asks what has come from data sources lately. */
@RequestScoped
public class SourceActivityReader {

    /**
     * What has come, by data source.
     *
     * @param byId by its number
     */
    record Activities(Map<Long, SourceActivity> byId) {

        SourceActivity of(DataSourceView source) {
            return byId.getOrDefault(source.id(), SourceActivity.UNKNOWN);
        }
    }

    Activities recent(List<DataSourceView> sources) {
        return new Activities(Map.of());
    }
}
