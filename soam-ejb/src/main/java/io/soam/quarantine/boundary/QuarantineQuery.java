package io.soam.quarantine.boundary;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A filter and an order.
 *
 * @param filter which messages
 * @param sort {@code received_at}, {@code quarantined_at}, {@code reason}, {@code stream}, {@code
 *     state} or {@code decided_at}; a leading minus reverses it; null for the newest first
 */
public record QuarantineQuery(
        @NotNull @Valid QuarantineFilter filter,
        @Pattern(
                        regexp = "-?(received_at|quarantined_at|reason|stream|state|decided_at)",
                        message =
                                "Sort by received_at, quarantined_at, reason, stream, state or"
                                        + " decided_at; a leading minus reverses it.")
                String sort) {}
