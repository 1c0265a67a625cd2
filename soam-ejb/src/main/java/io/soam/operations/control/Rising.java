package io.soam.operations.control;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The sum of the counters of servers that come and go. It only rises: a server that joins with a
 * high count, or goes with its own, is no burst of messages.
 */
final class Rising {

    private final Map<UUID, Long> last = new HashMap<>();
    private long total;

    long add(Map<UUID, Long> counts) {
        counts.forEach(
                (server, count) -> {
                    long before = last.getOrDefault(server, count);
                    total += Math.max(0, count - before);
                });
        last.clear();
        last.putAll(counts);
        return total;
    }
}
