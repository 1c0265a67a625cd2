package io.soam.ingestion.boundary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How all data sources are doing, on all replicas.
 *
 * @param activeConnectors data sources that are active on some replica
 * @param connectors status by ingestion id, see {@link DataSourceView}
 * @param replicas names of those that live
 */
public record SourcesOverview(
        int activeConnectors, Map<String, String> connectors, List<String> replicas) {

    public SourcesOverview {
        connectors = new LinkedHashMap<>(connectors);
        replicas = List.copyOf(replicas);
    }
}
