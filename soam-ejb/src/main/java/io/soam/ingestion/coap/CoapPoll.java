package io.soam.ingestion.coap;

import io.soam.ingestion.connector.DurableBatch;
import io.soam.ingestion.connector.Poll;
import io.soam.ingestion.connector.PollFailedException;
import io.soam.ingestion.connector.PolledReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/**
 * Reads all resources of a device once. They are asked at the same time, and one that fails hinders
 * no other; the poll has failed if all have.
 */
final class CoapPoll implements Poll {

    private final CoapSettings settings;
    private final CoapPeer peer;
    private final CoapStreams streams;
    private final Clock clock;
    private final AtomicLong received = new AtomicLong();
    private volatile Map<String, String> errors = Map.of();

    CoapPoll(CoapSettings settings, CoapPeer peer, CoapStreams streams, Clock clock) {
        this.settings = settings;
        this.peer = peer;
        this.streams = streams;
        this.clock = clock;
    }

    long received() {
        return received.get();
    }

    /** What went wrong in the newest poll, by resource. */
    Map<String, String> errors() {
        return errors;
    }

    @Override
    public int run() throws PollFailedException, InterruptedException {
        Instant at = clock.instant();
        long end = System.nanoTime() + CoapPeer.ANSWER.toNanos();
        Map<String, String> failed = new LinkedHashMap<>();
        Map<String, Request> requests = ask(failed);
        DurableBatch batch = new DurableBatch();
        for (Map.Entry<String, Request> request : requests.entrySet()) {
            try {
                take(request.getKey(), request.getValue(), end, at, batch);
            } catch (CoapFailedException e) {
                failed.put(request.getKey(), e.getMessage());
            }
        }
        errors = failed;
        batch.await();
        if (failed.size() == settings.resources().size()) {
            throw new PollFailedException(first(failed), null);
        }
        return batch.stored();
    }

    private Map<String, Request> ask(Map<String, String> failed) {
        Map<String, Request> requests = new LinkedHashMap<>();
        for (String path : settings.resources()) {
            try {
                requests.put(path, peer.get(path).send(peer.endpoint()));
            } catch (CoapFailedException e) {
                failed.put(path, e.getMessage());
            }
        }
        return requests;
    }

    private void take(String path, Request request, long end, Instant at, DurableBatch batch)
            throws CoapFailedException, InterruptedException {
        Response response = peer.answer(request, Duration.ofNanos(end - System.nanoTime()));
        CoapPayload payload = CoapPayload.of(response);
        batch.accept(
                streams.of(path, response, payload),
                payload.bytes(),
                PolledReading.key(payload.bytes(), at, 0));
        received.incrementAndGet();
    }

    private static String first(Map<String, String> failed) {
        Map.Entry<String, String> first = failed.entrySet().iterator().next();
        return first.getKey() + ": " + first.getValue();
    }
}
