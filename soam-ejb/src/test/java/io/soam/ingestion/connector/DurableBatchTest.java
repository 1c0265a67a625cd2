package io.soam.ingestion.connector;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class DurableBatchTest {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final DurableBatch batch = new DurableBatch();

    @Test
    void waitsForTheLast() throws Exception {
        batch.accept((payload, key, onDurable) -> waiting.add(onDurable), new byte[1], null);
        batch.accept((payload, key, onDurable) -> waiting.add(onDurable), new byte[1], null);
        CompletableFuture<Void> all = new CompletableFuture<>();
        Thread waiter =
                new Thread(
                        () -> {
                            try {
                                batch.await();
                                all.complete(null);
                            } catch (InterruptedException e) {
                                all.completeExceptionally(e);
                            }
                        });
        waiter.start();

        waiting.remove().run();
        assertThat(batch.stored()).isEqualTo(1);
        assertThat(all).isNotDone();
        waiting.remove().run();

        await().atMost(5, SECONDS).until(all::isDone);
        assertThat(batch.stored()).isEqualTo(2);
    }

    @Test
    void whatWasNotTaken_isNotWaitedFor() throws Exception {
        assertThatThrownBy(
                        () ->
                                batch.accept(
                                        (payload, key, onDurable) -> {
                                            throw new IllegalStateException("stopping");
                                        },
                                        new byte[1],
                                        null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("stopping");

        batch.await();
        assertThat(batch.stored()).isZero();
    }
}
