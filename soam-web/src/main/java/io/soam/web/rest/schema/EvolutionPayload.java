package io.soam.web.rest.schema;

import io.soam.platform.boundary.Page;
import io.soam.schema.boundary.EvolutionView;
import java.util.List;

/**
 * How a dataset's fields have changed.
 *
 * @param evolution changes, oldest first
 * @param changeCount how many there are on all pages
 */
public record EvolutionPayload(
        String ingestionId,
        List<ChangePayload> evolution,
        long changeCount,
        int page,
        int pageSize) {

    static EvolutionPayload of(String ingestionId, Page<EvolutionView> page) {
        return new EvolutionPayload(
                ingestionId,
                page.items().stream().map(ChangePayload::of).toList(),
                page.total(),
                page.page(),
                page.pageSize());
    }
}
