package io.soam.ingestion.control;

import io.soam.ingestion.spool.SpoolRecord;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The newest messages of each stream, for people to look at. Reading changes nothing: it neither
 * makes a buffer nor keeps one alive.
 */
@ApplicationScoped
public class PreviewBuffers {

    /** A larger message is stored all the same, but not shown: a preview is no store. */
    private static final int LARGEST_SHOWN = 64 * 1_024;

    private static final int MOST_STREAMS = 500;

    @Inject IngestionConfig config;

    @Inject Clock clock;

    private final ConcurrentMap<String, PreviewBuffer> buffers = new ConcurrentHashMap<>();
    private volatile int rows;
    private Duration timeToLive;

    @PostConstruct
    void configure() {
        rows = config.bufferMaxRows();
        timeToLive = config.bufferTimeToLive();
    }

    void add(String ingestionId, SpoolRecord record) {
        if (record.size() > LARGEST_SHOWN) {
            return;
        }
        PreviewBuffer buffer = buffers.get(ingestionId);
        if (buffer == null) {
            makeRoom();
            buffer = buffers.computeIfAbsent(ingestionId, id -> new PreviewBuffer(rows));
        }
        buffer.add(record);
    }

    /** The stream that has been silent for longest goes first. */
    private void makeRoom() {
        while (buffers.size() >= MOST_STREAMS) {
            buffers.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().lastReceivedAt()))
                    .ifPresent(oldest -> buffers.remove(oldest.getKey()));
        }
    }

    /** Streams that have a buffer, by name. */
    public List<String> streams() {
        return List.copyOf(new TreeSet<>(buffers.keySet()));
    }

    /** The newest messages of a stream, newest last; none for an unknown stream. */
    public List<SpoolRecord> newest(String ingestionId, int limit) {
        PreviewBuffer buffer = buffers.get(ingestionId);
        return buffer == null ? List.of() : buffer.newest(limit);
    }

    /** The same, and how many are kept. */
    StreamPreview preview(String ingestionId, int limit) {
        PreviewBuffer buffer = buffers.get(ingestionId);
        return buffer == null
                ? new StreamPreview(ingestionId, 0, List.of())
                : new StreamPreview(ingestionId, buffer.size(), buffer.newest(limit));
    }

    /** Messages that the preview of each stream keeps. */
    public int maxRows() {
        return rows;
    }

    void resize(int newRows) {
        rows = newRows;
        buffers.values().forEach(buffer -> buffer.resize(newRows));
    }

    /** Drops the buffers of streams that have been silent for too long. */
    void dropSilent() {
        if (timeToLive.isZero() || timeToLive.isNegative()) {
            return;
        }
        Instant since = clock.instant().minus(timeToLive);
        buffers.values().removeIf(buffer -> buffer.lastReceivedAt().isBefore(since));
    }
}
