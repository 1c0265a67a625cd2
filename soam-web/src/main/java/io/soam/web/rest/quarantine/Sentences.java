package io.soam.web.rest.quarantine;

import io.soam.quarantine.boundary.QuarantineDecision;

/** Decisions in words. */
final class Sentences {

    private Sentences() {}

    /** {@code 1 message is discarded.} or {@code 500 messages are replayed, 20 remain.} */
    static String of(QuarantineDecision decision) {
        String state = "open".equals(decision.state()) ? "open again" : decision.state();
        String counted =
                decision.changed() == 1
                        ? "1 message is " + state
                        : decision.changed() + " messages are " + state;
        return decision.remaining() == 0
                ? counted + "."
                : counted + ", " + decision.remaining() + " remain.";
    }
}
