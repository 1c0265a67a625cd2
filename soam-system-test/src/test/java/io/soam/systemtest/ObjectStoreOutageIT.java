package io.soam.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The lake may be away: what arrives is kept, and people are told. */
@SystemTest
class ObjectStoreOutageIT {

    private static final int MESSAGES = 70_000;
    private static final int PER_SECOND = 1_000;
    private static final Duration OUTAGE = Duration.ofSeconds(60);

    @Test
    void outage_stopsNoAcknowledgementIsShownAndLosesNothing(SoamStack stack) {
        Api api = stack.api();
        try (Portal portal = new Portal(stack)) {
            Page home = portal.signIn("vera");
            Numbered numbered = new Publisher(stack).numbered(MESSAGES, PER_SECOND);
            numbered.awaitSent(3_000);

            stack.kill(Part.OBJECT_STORE);
            Instant end = Instant.now().plus(OUTAGE);
            await().atMost(Duration.ofSeconds(30)).until(() -> api.readiness() == 503);
            assertThat(api.get("/api/ready").body().toString()).containsIgnoringCase("object");
            assertThat(Home.problem(home))
                    .containsText(
                            Pattern.compile("object store", Pattern.CASE_INSENSITIVE),
                            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            double storedBefore = acknowledged(api);
            await().atMost(OUTAGE).until(() -> Instant.now().isAfter(end));
            assertThat(acknowledged(api) - storedBefore).isGreaterThan(20_000);
            stack.startPart(Part.OBJECT_STORE);

            numbered.awaitAll();
            Lake lake = new Lake(stack);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(
                            () -> lake.numbered(numbered.run()),
                            Tally.exactlyOnce(MESSAGES)::equals);
            await().atMost(Duration.ofSeconds(60)).until(() -> api.readiness() == 200);
        }
    }

    /** Messages on WildFly's stable storage, which is when it acknowledges them to the broker. */
    private static double acknowledged(Api api) {
        return api.counter("ingestor_messages_processed_total");
    }
}
