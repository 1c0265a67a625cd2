package io.soam.web.sources;

import java.util.List;

/**
 * A status to filter by.
 *
 * @param code as the API has it
 * @param word for people
 */
public record StatusFilter(String code, String word) {

    static final List<StatusFilter> ALL =
            List.of(
                    new StatusFilter("active", "Active"),
                    new StatusFilter("connecting", "Connecting"),
                    new StatusFilter("error", "Failing"),
                    new StatusFilter("stopped", "Stopped"),
                    new StatusFilter("inactive", "Inactive"));
}
