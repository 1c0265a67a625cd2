package io.soam.operations.boundary;

import java.time.Instant;
import java.util.List;

/**
 * Whether this server can do all its work.
 *
 * @param ready whether every part is up
 * @param checkedAt when the parts were asked
 * @param parts every part, in a fixed order
 */
public record ReadinessReport(boolean ready, Instant checkedAt, List<PartState> parts) {

    public ReadinessReport {
        parts = List.copyOf(parts);
    }
}
