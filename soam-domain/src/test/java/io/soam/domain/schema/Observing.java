package io.soam.domain.schema;

import io.soam.domain.time.EpochMicros;
import io.soam.domain.time.EventTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells an observer messages that are given as Java values, one a second. */
final class Observing {

    static final long NOON = EpochMicros.of(Instant.parse("2026-11-24T12:00:00Z"));

    private static final long SECOND = 1_000_000;

    private final ObserverMemory memory;
    private final StreamObserver observer;
    private long number;

    Observing(long firstNumber) {
        this(new ObserverMemory(), firstNumber);
    }

    Observing(ObserverMemory memory, long firstNumber) {
        this.memory = memory;
        this.observer = new StreamObserver("stream", new ExactDistincts(), memory);
        this.number = firstNumber;
    }

    static StreamProfile of(List<Map<String, ?>> messages) {
        Observing observing = new Observing(0);
        for (Map<String, ?> message : messages) {
            observing.see(message);
        }
        return observing.profile();
    }

    Observing see(Map<String, ?> message) {
        return see(message, number, EventTime.Source.DEVICE);
    }

    /** A message whose time of its own is that of another number. */
    Observing see(Map<String, ?> message, long eventNumber, EventTime.Source source) {
        observer.begin();
        tell(message);
        observer.end(message(eventNumber, source));
        return this;
    }

    /** A message that breaks off after its fields. */
    Observing seeBroken(Map<String, ?> message) {
        observer.begin();
        tell(message);
        observer.unreadable(message(number, EventTime.Source.MISSING));
        return this;
    }

    ObserverMemory memory() {
        return memory;
    }

    StreamProfile profile() {
        return observer.profile();
    }

    QualityCounts quality() {
        return observer.quality();
    }

    private ObservedMessage message(long eventNumber, EventTime.Source source) {
        long id = ++number;
        return new ObservedMessage(
                NOON + id * SECOND,
                NOON + (eventNumber + 1) * SECOND,
                source,
                100,
                id,
                () -> "id" + id);
    }

    private void tell(Object value) {
        if (value instanceof Map<?, ?> object) {
            if (observer.startObject()) {
                object.forEach(
                        (name, field) -> {
                            if (observer.field((String) name)) {
                                tell(field);
                            }
                        });
                observer.endContainer();
            }
        } else if (value instanceof List<?> array) {
            if (observer.startArray()) {
                array.forEach(this::tell);
                observer.endContainer();
            }
        } else if (value instanceof String text) {
            observer.of(text.toCharArray(), 0, text.length());
        } else if (value instanceof Long whole) {
            observer.of(whole.longValue());
        } else if (value instanceof Double number) {
            observer.of(number.doubleValue());
        } else if (value instanceof Boolean yes) {
            observer.of(yes.booleanValue());
        } else {
            observer.ofNull();
        }
    }
}
