package io.soam.web.sources;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the page of a data source.
 *
 * @param code as the address has it
 * @param label for people
 */
public record DetailTab(String code, String label) {

    static final List<DetailTab> ALL =
            List.of(
                    new DetailTab("overview", "Overview"),
                    new DetailTab("metrics", "Metrics"),
                    new DetailTab("messages", "Latest messages"),
                    new DetailTab("history", "History"),
                    new DetailTab("streams", "Streams"),
                    new DetailTab("settings", "Settings"));

    static final Set<String> CODES =
            ALL.stream().map(DetailTab::code).collect(Collectors.toUnmodifiableSet());
}
