package io.soam.quarantine.boundary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * Which messages a decision is about: either some by their ids, or all that a filter finds.
 *
 * @param ids at most 500; null if there is a filter
 * @param filter null if there are ids
 * @param asOf of what the filter finds only what was put aside until then, so that what comes
 *     meanwhile, replayed messages among it, is not decided about unseen; null for now
 */
public record QuarantineSelection(
        @Size(min = 1, max = MOST_IDS, message = "Name 1 to 500 messages, or give a filter.")
                List<String> ids,
        @Valid QuarantineFilter filter,
        Instant asOf) {

    /** Most messages that are named one by one. */
    public static final int MOST_IDS = 500;

    public QuarantineSelection {
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** Some messages. */
    public static QuarantineSelection of(List<String> ids) {
        return new QuarantineSelection(ids, null, null);
    }

    @AssertTrue(message = "Give either ids or a filter.")
    public boolean isEitherOr() {
        return (ids == null) != (filter == null);
    }
}
