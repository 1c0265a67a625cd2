package io.soam.ingestion.coap;

import io.soam.ingestion.connector.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.eclipse.californium.core.coap.LinkFormat;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;

/** Reads each resource once, and says what the device offers if one of them is not there. */
final class CoapTrial {

    private static final int MOST_SAMPLES = 5;
    private static final int MOST_OFFERS = 20;
    private static final String DISCOVERY = "/.well-known/core";

    private final CoapSettings settings;
    private final CoapPeer peer;
    private final long end;

    private CoapTrial(CoapSettings settings, CoapPeer peer, long end) {
        this.settings = settings;
        this.peer = peer;
        this.end = end;
    }

    static Trial of(CoapSettings settings, Duration limit, ThreadFactory threads)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        try (CoapPeer peer = CoapPeer.open(settings, threads)) {
            return new CoapTrial(settings, peer, end).run();
        } catch (IOException e) {
            return new Trial(
                    false, "No UDP socket could be opened: " + e.getMessage() + ".", List.of());
        }
    }

    private Trial run() throws InterruptedException {
        List<Trial.Sample> samples = new ArrayList<>();
        Map<String, CoapFailedException> failures = new LinkedHashMap<>();
        Map<String, Request> requests = new LinkedHashMap<>();
        for (String path : settings.resources()) {
            try {
                requests.put(path, peer.get(path).send(peer.endpoint()));
            } catch (CoapFailedException e) {
                failures.put(path, e);
            }
        }
        for (Map.Entry<String, Request> request : requests.entrySet()) {
            try {
                Response response = peer.answer(request.getValue(), remaining());
                if (samples.size() < MOST_SAMPLES) {
                    byte[] payload = CoapPayload.of(response).bytes();
                    samples.add(Trial.Sample.of(request.getKey(), payload));
                }
            } catch (CoapFailedException e) {
                failures.put(request.getKey(), e);
            }
        }
        return failures.isEmpty()
                ? new Trial(true, "The device answers for every resource.", samples)
                : new Trial(false, explained(failures), samples);
    }

    private String explained(Map<String, CoapFailedException> failures)
            throws InterruptedException {
        Map.Entry<String, CoapFailedException> first = failures.entrySet().iterator().next();
        String message = first.getKey() + ": " + first.getValue().getMessage();
        if (failures.size() > 1) {
            message += " So it is with " + (failures.size() - 1) + " more.";
        }
        return failures.values().stream().anyMatch(CoapFailedException::isAnswered)
                ? message + offers()
                : message;
    }

    private String offers() throws InterruptedException {
        try {
            Response response = peer.answer(peer.get(DISCOVERY).send(peer.endpoint()), remaining());
            List<String> offers =
                    LinkFormat.parse(response.getPayloadString()).stream()
                            .map(link -> link.getURI())
                            .filter(path -> !path.equals(DISCOVERY))
                            .sorted()
                            .limit(MOST_OFFERS)
                            .toList();
            return offers.isEmpty()
                    ? " It lists no resources."
                    : " It offers: " + String.join(", ", offers) + ".";
        } catch (CoapFailedException e) {
            return " It does not list its resources.";
        }
    }

    private Duration remaining() {
        Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        return rest.compareTo(CoapPeer.ANSWER) < 0 ? rest : CoapPeer.ANSWER;
    }
}
