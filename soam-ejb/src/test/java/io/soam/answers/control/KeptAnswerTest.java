package io.soam.answers.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soam.answers.boundary.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final Clock noon = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void isAskedOncePerVersion() {
        KeptAnswer<Integer> kept = kept(() -> List.of(asked.incrementAndGet()));

        assertThat(kept.answer(7, PATIENCE).rows()).containsExactly(1);
        assertThat(kept.answer(7, PATIENCE).rows()).containsExactly(1);
        Answer<Integer> next = kept.answer(8, PATIENCE);

        assertThat(next.rows()).containsExactly(2);
        assertThat(next.isStale()).isFalse();
        assertThat(next.asOf()).isEqualTo(noon.instant());
    }

    @Test
    void whileSparkIsAway_theLastRowsComeWithTheReason_andItIsNotAskedAgainAtOnce() {
        KeptAnswer<Integer> kept =
                kept(
                        () -> {
                            if (asked.incrementAndGet() > 1) {
                                throw new IllegalStateException("Spark does not answer");
                            }
                            return List.of(1);
                        });
        kept.answer(1, PATIENCE);

        for (int i = 0; i < 10; i++) {
            Answer<Integer> stale = kept.answer(2, PATIENCE);
            assertThat(stale.rows()).containsExactly(1);
            assertThat(stale.staleReason()).isEqualTo("Spark does not answer");
        }
        assertThat(kept.known().isStale()).isTrue();
        assertThat(asked).hasValue(2);
    }

    @Test
    void neverKnown_saysSo() {
        KeptAnswer<Integer> kept =
                kept(
                        () -> {
                            throw new IllegalStateException("Spark does not answer");
                        });

        Answer<Integer> answer = kept.answer(1, PATIENCE);

        assertThat(answer.asOf()).isNull();
        assertThat(answer.staleReason()).isEqualTo("Spark does not answer");
    }

    @Test
    void slowSpark_doesNotHoldTheCaller_andIsAskedOnlyOnce() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        KeptAnswer<Integer> kept =
                kept(
                        () -> {
                            asked.incrementAndGet();
                            await().until(() -> working.getCount() == 0);
                            return List.of(42);
                        });

        Answer<Integer> early = kept.answer(1, Duration.ofMillis(20));
        kept.answer(1, Duration.ofMillis(20));

        assertThat(early.staleReason()).contains("still working");
        assertThat(asked).hasValue(1);
        working.countDown();
        await().untilAsserted(() -> assertThat(kept.known().rows()).containsExactly(42));
        assertThat(kept.known().isStale()).isFalse();
    }

    private KeptAnswer<Integer> kept(Supplier<List<Integer>> question) {
        return new KeptAnswer<>(question, executor, noon);
    }
}
