package io.soam.systemtest;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the broker was told is stored, is stored: once. */
@SystemTest
class ExactlyOnceIT {

    private static final int MESSAGES = 60_000;
    private static final int PER_SECOND = 1_000;

    @Test
    void killsOfWildFlyAndSpark_loseAndDoubleNothing(SoamStack stack) {
        Numbered numbered = new Publisher(stack).numbered(MESSAGES, PER_SECOND);

        numbered.awaitSent(8_000);
        stack.kill(Part.WILDFLY);
        stack.startPart(Part.WILDFLY);
        numbered.awaitSent(30_000);
        stack.kill(Part.SPARK);
        numbered.awaitSent(40_000);
        stack.kill(Part.WILDFLY);
        stack.startPart(Part.WILDFLY);
        numbered.awaitAll();

        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(numbered.run()), tally -> tally.distinct() == MESSAGES);
        await().during(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(40))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> lake.numbered(numbered.run()), Tally.exactlyOnce(MESSAGES)::equals);
    }
}
