package io.soam.systemtest;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbered messages on their way to the broker.
 *
 * @param run what tells them from those of other runs
 * @param count the last number
 * @param sent how many were handed to mosquitto_pub so far
 * @param ended completes when the broker has acknowledged all
 */
record Numbered(String run, int count, AtomicInteger sent, CompletableFuture<Void> ended) {

    /** Waits until so many have been sent. */
    void awaitSent(int number) {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> sent.get() >= number || ended.isCompletedExceptionally());
        if (ended.isCompletedExceptionally()) {
            ended.join();
        }
    }

    /** Waits until the broker has acknowledged all. */
    void awaitAll() {
        awaitSent(count);
        ended.join();
    }
}
