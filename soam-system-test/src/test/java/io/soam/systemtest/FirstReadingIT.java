package io.soam.systemtest;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From {@code soam up} to the first number that somebody sees. */
@SystemTest
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstReadingIT {

    private static final Duration FIRST_READING = Duration.ofSeconds(45);

    private static Portal portal;

    @BeforeAll
    static void openChromium(SoamStack stack) {
        portal = new Portal(stack);
    }

    @AfterAll
    static void closeChromium() {
        portal.close();
    }

    @Test
    @Order(1)
    void simulatedReading_isOnHomeSoonAfterReady(SoamStack stack) {
        Page home = portal.signIn("alice");

        await().atMost(Duration.between(Instant.now(), stack.readyAt().plus(FIRST_READING)))
                .pollDelay(Duration.ZERO)
                .until(() -> Home.readings(home).getByText("temp_sensor_").count() > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "ulf", "vera"})
    void everyRole_signsInAndSeesItsName(String user) {
        Page home = portal.signIn(user);

        assertThat(home).hasTitle(Pattern.compile("SOAM"));
        assertThat(Home.account(home, user)).isVisible();
    }

    @Test
    void reading_isInTheAnswersOfTheApi(SoamStack stack) {
        Api vera = stack.api().as("vera");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> {
                            Answer averages = vera.get("/api/spark/average-temperature?minutes=30");
                            assertThat(averages.status()).isEqualTo(200);
                            assertThat(averages.data()).isNotEmpty();
                            assertThat(averages.data().toString()).contains("temp_sensor_");
                        });
    }
}
