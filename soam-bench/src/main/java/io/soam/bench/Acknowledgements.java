package io.soam.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Which messages of a step the broker has acknowledged, and how long after they were due. */
final class Acknowledgements {

    private static final int BITS = Integer.SIZE;

    private final AtomicIntegerArray words;
    private final AtomicInteger count = new AtomicInteger();
    private final Latencies latencies = new Latencies();

    Acknowledgements(int messages) {
        words = new AtomicIntegerArray(messages / BITS + 1);
    }

    void acknowledged(int number, long micros) {
        words.getAndUpdate(number / BITS, word -> word | 1 << number % BITS);
        latencies.add(micros);
        count.incrementAndGet();
    }

    boolean isAcknowledged(int number) {
        return (words.get(number / BITS) & 1 << number % BITS) != 0;
    }

    int count() {
        return count.get();
    }

    Latencies latencies() {
        return latencies;
    }
}
