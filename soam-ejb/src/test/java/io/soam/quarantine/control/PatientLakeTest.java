package io.soam.quarantine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.soam.platform.control.Backgrounds;
import io.soam.quarantine.boundary.QuarantineUnavailableException;
import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientLakeTest {

    private final PatientLake lake = new PatientLake();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // here the test is the container
    void inject() {
        lake.background = Backgrounds.start();
        lake.clock = Clock.systemUTC();
    }

    private int slow() throws InterruptedException {
        asked.incrementAndGet();
        answer.await();
        return 42;
    }

    @Test
    void aSlowLake_answersInTime_andTheNextToAskGetsWhatWasUnderWay() {
        Instant begin = Instant.now();

        assertThatExceptionOfType(QuarantineUnavailableException.class)
                .isThrownBy(() -> lake.ask("question", this::slow))
                .satisfies(e -> assertThat(e.code()).isEqualTo("lake_busy"));

        assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        answer.countDown();
        assertThat(lake.<Integer>ask("question", this::slow)).isEqualTo(42);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whatHasChanged_isNotAnsweredFromBefore() {
        assertThatExceptionOfType(QuarantineUnavailableException.class)
                .isThrownBy(() -> lake.ask("question", this::slow));
        answer.countDown();

        assertThat(lake.<String>change(() -> "changed")).isEqualTo("changed");

        assertThat(lake.<Integer>ask("question", () -> 43)).isEqualTo(43);
    }

    @Test
    void onlySomeWaitAtATime() {
        for (int i = 0; i < 8; i++) {
            Thread waiting = new Thread(() -> lake.ask(new Object(), this::slow));
            waiting.setUncaughtExceptionHandler((thread, failure) -> {});
            waiting.start();
        }
        org.awaitility.Awaitility.await().until(() -> asked.get() == 8);

        assertThatExceptionOfType(QuarantineUnavailableException.class)
                .isThrownBy(() -> lake.ask("one more", this::slow))
                .satisfies(e -> assertThat(e.reason()).contains("Too many"));
        answer.countDown();
        org.awaitility.Awaitility.await()
                .ignoreExceptions()
                .until(() -> lake.<Integer>ask("one more", () -> 1) == 1);
    }

    @Test
    void whatIsNoFaultOfTheLake_comesThrough() {
        assertThatExceptionOfType(UnknownQuarantinedMessageException.class)
                .isThrownBy(
                        () ->
                                lake.ask(
                                        "question",
                                        () -> {
                                            throw new UnknownQuarantinedMessageException("x");
                                        }));
    }
}
