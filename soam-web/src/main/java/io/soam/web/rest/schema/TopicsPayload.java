package io.soam.web.rest.schema;

import io.soam.platform.boundary.Page;
import io.soam.schema.boundary.TopicView;
import java.util.List;

/** A page of topics. */
public record TopicsPayload(List<TopicView> topics, long total, int page, int pageSize) {

    static TopicsPayload of(Page<TopicView> page) {
        return new TopicsPayload(page.items(), page.total(), page.page(), page.pageSize());
    }
}
