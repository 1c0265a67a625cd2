package io.soam.ingestion.control;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What became of the data sources of this server and has not been written to the database yet. Of a
 * loop of equal failures there is one event, which counts.
 */
final class SourceEventBook {

    /** So many wait for a database that does not answer; the oldest give way. */
    static final int MOST_WAITING = 2_000;

    private static final int LONGEST_ERROR = 2_000;

    private final Map<Long, SourceEvent> latest = new HashMap<>();
    private final Map<UUID, SourceEvent> waiting = new LinkedHashMap<>();

    /** Notes a state. */
    synchronized void note(long sourceId, RunState state, Instant at) {
        SourceEvent last = latest.get(sourceId);
        String error = storable(state.error());
        if (last == null) {
            put(SourceEvent.of(sourceId, null, state.status(), error, at));
        } else if (last.status() == state.status() && Objects.equals(last.error(), error)) {
            if (error != null) {
                put(last.again(at));
            }
        } else if (!isAnotherAttempt(last, state.status(), error)) {
            put(SourceEvent.of(sourceId, last.status(), state.status(), error, at));
        }
        if (state.status() == SourceStatus.STOPPED) {
            latest.remove(sourceId);
        }
    }

    /** An attempt that ends like the one before is no news; how it ends will be noted. */
    private static boolean isAnotherAttempt(SourceEvent last, SourceStatus status, String error) {
        return last.status() == SourceStatus.ERROR
                && status == SourceStatus.CONNECTING
                && (error == null || error.equals(last.error()));
    }

    private void put(SourceEvent event) {
        latest.put(event.sourceId(), event);
        waiting.put(event.key(), event);
        bound();
    }

    /** What waits, oldest first; it waits no longer. */
    synchronized List<SourceEvent> take() {
        List<SourceEvent> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }

    /** What has been taken could not be written: it waits again, unless there is news of it. */
    synchronized void giveBack(List<SourceEvent> taken) {
        List<SourceEvent> newer = new ArrayList<>(waiting.values());
        waiting.clear();
        taken.forEach(event -> waiting.put(event.key(), event));
        newer.forEach(event -> waiting.put(event.key(), event));
        bound();
    }

    private void bound() {
        Iterator<UUID> oldest = waiting.keySet().iterator();
        while (waiting.size() > MOST_WAITING) {
            oldest.next();
            oldest.remove();
        }
    }

    private static String storable(String error) {
        if (error == null) {
            return null;
        }
        // PostgreSQL knows no text with this character.
        String text = error.replace('\0', ' ');
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
    }
}
