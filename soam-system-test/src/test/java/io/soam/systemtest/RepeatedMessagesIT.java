package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Senders repeat themselves and come all at once: each message counts once, memory stays flat. */
@SystemTest
class RepeatedMessagesIT {

    private static final int MESSAGES = 40_000;
    private static final int BURST = 10_000;
    private static final int CALM = 1_000;
    private static final long HEAP = 768L << 20;

    @Test
    void burstFromTwoGateways_isStoredOnce(SoamStack stack) {
        Publisher publisher = new Publisher(stack);
        List<Numbered> gateways = publisher.numberedTwice(MESSAGES, BURST);
        Numbered calm = publisher.numbered(5 * CALM, CALM);
        gateways.forEach(Numbered::awaitAll);
        calm.awaitAll();

        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> lake.numbered(gateways.get(0).run()),
                        Tally.exactlyOnce(MESSAGES)::equals);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(calm.run()), Tally.exactlyOnce(5 * CALM)::equals);
        assertThat(stack.part(Part.WILDFLY).memoryBytes()).isLessThan(2 * HEAP);
    }
}
