package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The broker may be killed: what it has acknowledged to senders arrives, once. */
@SystemTest
class BrokerOutageIT {

    private static final int MESSAGES = 20_000;
    private static final int PER_SECOND = 1_000;

    @Test
    void killOfTheBroker_losesAndDoublesNothingThatItHadAcknowledged(SoamStack stack) {
        try (PersistentPublisher publisher = new PersistentPublisher(stack.brokerPort())) {
            publisher.start(MESSAGES, PER_SECOND);
            await().atMost(Duration.ofSeconds(30)).until(() -> publisher.acknowledged() > 5_000);

            stack.kill(Part.BROKER);
            stack.startPart(Part.BROKER);
            await().atMost(Duration.ofMinutes(2)).until(() -> publisher.acknowledged() > 12_000);
            stack.kill(Part.BROKER);
            stack.startPart(Part.BROKER);
            await().atMost(Duration.ofMinutes(2)).until(() -> publisher.acknowledged() == MESSAGES);

            Lake lake = new Lake(stack);
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(
                            () -> lake.numbered(publisher.run()),
                            Tally.exactlyOnce(MESSAGES)::equals);
        }
        assertThat(stack.api().readiness()).isEqualTo(200);
        arrivesSoon(stack, 500);
        arrivesSoon(stack, 500);
    }

    /** A broker that was killed may have to be woken for each of them. */
    private static void arrivesSoon(SoamStack stack, int messages) {
        Numbered numbered = new Publisher(stack).numbered(messages, messages);
        numbered.awaitAll();
        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(numbered.run()), Tally.exactlyOnce(messages)::equals);
    }
}
