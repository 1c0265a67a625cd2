package io.soam.domain.enrichment;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which streams may enter silver: those with an enabled device, or all while an enabled wildcard
 * device exists. Ids are compared trimmed and without regard to case.
 *
 * @param everything whether a wildcard device is enabled
 * @param ingestionIds the streams of the enabled devices
 */
public record Admission(boolean everything, Set<String> ingestionIds) {

    public Admission {
        ingestionIds =
                ingestionIds.stream()
                        .map(Admission::comparable)
                        .filter(id -> !id.isEmpty() && !"unknown".equals(id))
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether messages of this stream may enter silver. */
    public boolean admits(String ingestionId) {
        return everything || ingestionIds.contains(comparable(ingestionId));
    }

    private static String comparable(String ingestionId) {
        return ingestionId.strip().toLowerCase(Locale.ROOT);
    }
}
