package io.soam.replicas.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Chooses from the leases that nobody has.
 *
 * @param since since when each is free, by this server's monotonic clock
 * @param grace how long whoever has fewer leases goes first
 */
record FreeLeases(Map<String, Long> since, Duration grace) {

    /**
     * As many as this server's share allows, at random so that servers do not reach for the same
     * ones, and whatever has been free for longer than the grace.
     */
    List<String> choose(long now, int room) {
        List<String> names = new ArrayList<>(since.keySet());
        Collections.shuffle(names);
        List<String> chosen = new ArrayList<>();
        for (String name : names) {
            if (chosen.size() < room || now - since.get(name) > grace.toNanos()) {
                chosen.add(name);
            }
        }
        return chosen;
    }
}
