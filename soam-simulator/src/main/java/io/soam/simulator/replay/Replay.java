package io.soam.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soam.simulator.sensor.Values;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends each message at its time, with that as its timestamp; what the recording had there is kept
 * as {@code original_timestamp}. Of lines that are no messages the first hundred are told one by
 * one, the others are counted.
 */
final class Replay implements Recording.Listener {

    static final String ORIGINAL = "original_timestamp";

    private static final int TOLD = 100;

    private final ReplaySettings settings;
    private final Target target;
    private final Clock clock;
    private final PrintWriter complaints;
    private Pace pace;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();

    Replay(ReplaySettings settings, Target target, Clock clock, PrintWriter complaints) {
        this.settings = settings;
        this.target = target;
        this.clock = clock;
        this.complaints = complaints;
    }

    /** The next recording begins now. */
    void begin() {
        pace = settings.pace(clock.instant());
    }

    @Override
    public void message(RecordedMessage message) throws InterruptedException {
        Optional<String> topic = settings.topic(message);
        JsonNode original = message.payload().path(settings.timeField());
        Optional<Instant> at = pace.plan(RecordedTime.of(original));
        if (topic.isEmpty()) {
            malformed(message.line(), "no topic, and none is given by --topic");
        } else if (at.isEmpty()) {
            malformed(
                    message.line(),
                    original.isMissingNode()
                            ? "no field " + settings.timeField()
                            : "no time in %s: %s".formatted(settings.timeField(), original));
        } else {
            await(at.get());
            target.send(topic.get(), moved(message.payload(), original, at.get()));
            sent.incrementAndGet();
        }
    }

    @Override
    public void malformed(long line, String reason) {
        long count = skipped.incrementAndGet();
        if (count <= TOLD) {
            complaints.println("line %d is skipped: %s".formatted(line, reason));
        } else if (count == TOLD + 1) {
            complaints.println("further lines that are skipped are only counted");
        }
        complaints.flush();
    }

    long sent() {
        return sent.get();
    }

    long skipped() {
        return skipped.get();
    }

    private String moved(ObjectNode payload, JsonNode original, Instant at) {
        if (!original.isMissingNode()) {
            payload.set(ORIGINAL, original);
        }
        return payload.put(settings.timeField(), Values.timestamp(at)).toString();
    }

    private void await(Instant at) throws InterruptedException {
        long nanos = Duration.between(clock.instant(), at).toNanos();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
