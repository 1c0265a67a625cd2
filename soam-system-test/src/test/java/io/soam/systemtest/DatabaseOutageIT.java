package io.soam.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The registry and the catalogue may be away: reception goes on, nothing is lost or doubled. */
@SystemTest
class DatabaseOutageIT {

    private static final int MESSAGES = 40_000;
    private static final int PER_SECOND = 1_000;
    private static final Duration OUTAGE = Duration.ofSeconds(20);

    @Test
    void killOfTheDatabase_stopsNoAcknowledgementAndLosesNothing(SoamStack stack) {
        Api api = stack.api();
        Numbered numbered = new Publisher(stack).numbered(MESSAGES, PER_SECOND);
        numbered.awaitSent(5_000);

        stack.kill(Part.DATABASE);
        Instant end = Instant.now().plus(OUTAGE);
        await().atMost(Duration.ofSeconds(15)).until(() -> api.readiness() == 503);
        double before = api.counter("ingestor_messages_processed_total");
        await().atMost(OUTAGE).until(() -> Instant.now().isAfter(end));
        assertThat(api.counter("ingestor_messages_processed_total") - before).isGreaterThan(5_000);
        stack.startPart(Part.DATABASE);

        numbered.awaitAll();
        Lake lake = new Lake(stack);
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> lake.numbered(numbered.run()), Tally.exactlyOnce(MESSAGES)::equals);
        await().atMost(Duration.ofSeconds(90)).until(() -> api.readiness() == 200);
        assertThat(stack.token("vera")).isNotEmpty();
        assertThat(stack.token("ulf")).isNotEmpty();
    }
}
