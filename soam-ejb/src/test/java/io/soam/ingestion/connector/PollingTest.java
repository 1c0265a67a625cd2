package io.soam.ingestion.connector;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PollingTest {

    private final RecordingSource source = new RecordingSource("soam-0");
    private final AtomicInteger polls = new AtomicInteger();
    private Polling polling;

    @AfterEach
    void stop() {
        polling.stop();
    }

    @Test
    void pollsEveryInterval() {
        start(
                Duration.ofMillis(20),
                () -> {
                    polls.incrementAndGet();
                    return 3;
                });

        await().atMost(5, SECONDS).until(() -> polls.get() >= 3);
        assertThat(polling.messages()).isEqualTo(3);
        assertThat(polling.lastSuccess()).isNotNull();
        assertThat(source.statuses()).containsExactly(SourceStatus.CONNECTING, SourceStatus.ACTIVE);
    }

    @Test
    void failures_areSaidOnceAndEndByThemselves() {
        start(
                Duration.ofMillis(20),
                () -> {
                    if (polls.incrementAndGet() <= 3) {
                        throw new PollFailedException("It is closed.", null);
                    }
                    return 0;
                });

        await().atMost(5, SECONDS).until(() -> polling.status() == SourceStatus.ACTIVE);
        assertThat(polling.error()).isNull();
        assertThat(source.errors()).containsExactly("It is closed. It is tried again.");
        assertThat(source.statuses())
                .containsExactly(SourceStatus.CONNECTING, SourceStatus.ERROR, SourceStatus.ACTIVE);
    }

    @Test
    void aFaultOfOurOwn_doesNotEndIt() {
        start(
                Duration.ofMillis(20),
                () -> {
                    if (polls.incrementAndGet() == 1) {
                        throw new IllegalStateException("no luck");
                    }
                    return 0;
                });

        await().atMost(5, SECONDS).until(() -> polling.status() == SourceStatus.ACTIVE);
        assertThat(source.errors()).singleElement().asString().contains("no luck");
    }

    @Test
    void isNotTriedBeforeTheTimeThatTheOtherSideNames() {
        start(
                Duration.ofMillis(20),
                () -> {
                    polls.incrementAndGet();
                    throw new PollFailedException("Later.", Duration.ofHours(1), null);
                });

        await().atMost(5, SECONDS).until(() -> polling.next() != null);
        assertThat(polling.next()).isAfter(Instant.now().plusSeconds(3_000));
        await().during(200, MILLISECONDS).until(() -> polls.get() == 1);
    }

    @Test
    void stopEndsAPollThatWaits() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        start(
                Duration.ofSeconds(60),
                () -> {
                    inside.countDown();
                    new CountDownLatch(1).await();
                    return 1;
                });
        assertThat(inside.await(5, SECONDS)).isTrue();

        long begun = System.nanoTime();
        polling.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(source.statuses())
                .containsExactly(SourceStatus.CONNECTING, SourceStatus.STOPPED);
    }

    private void start(Duration interval, Poll poll) {
        polling = new Polling(source, interval, poll, Clock.systemUTC(), Thread::new);
        polling.start();
    }
}
