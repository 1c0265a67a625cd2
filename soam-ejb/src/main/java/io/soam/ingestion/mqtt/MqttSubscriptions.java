package io.soam.ingestion.mqtt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the sessions of this server have subscribed to. A broker keeps a session's subscriptions
 * when the source is configured anew, so what is no longer wanted must be taken back by name.
 */
final class MqttSubscriptions {

    private final Map<String, Set<String>> subscribed = new ConcurrentHashMap<>();

    void add(String session, List<String> filters) {
        subscribed.computeIfAbsent(session, any -> ConcurrentHashMap.newKeySet()).addAll(filters);
    }

    /** What the session has subscribed to beside these filters. */
    List<String> beside(String session, List<String> filters) {
        return subscribed.getOrDefault(session, Set.of()).stream()
                .filter(filter -> !filters.contains(filter))
                .toList();
    }

    void remove(String session, List<String> filters) {
        subscribed.getOrDefault(session, Set.of()).removeAll(filters);
    }

    /** The broker has no such session any more. */
    void ended(String session) {
        subscribed.remove(session);
    }
}
