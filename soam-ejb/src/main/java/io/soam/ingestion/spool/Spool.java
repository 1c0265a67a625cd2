package io.soam.ingestion.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The durable queue: {@link #append} on one side, {@link #nextSealed} and {@link #discard} on the
 * other.
 *
 * <p>One process owns the directory. Segments of an earlier life are sealed at once, oldest first,
 * and never appended to. Names never repeat, because bronze objects are named after segments.
 */
public final class Spool {

    /** Where segments are kept that could not be moved to bronze as a whole. */
    private static final String DAMAGED = "damaged";

    private static final Pattern NAME =
            Pattern.compile("\\d{13}-[0-9a-f]{8}" + Pattern.quote(SegmentWriter.SUFFIX));

    private final Path directory;
    private final FileChannel lockFile;
    private final FileLock lock;

    /** All that is on disk, by name and so by age, with the bytes that each counts. */
    private final ConcurrentNavigableMap<Path, Long> segments = new ConcurrentSkipListMap<>();

    private final BlockingDeque<Path> sealed = new LinkedBlockingDeque<>();
    private final AtomicLong bytes = new AtomicLong();
    private final Clock clock;
    private final SpoolWriter writer;

    private Spool(
            Path directory,
            FileChannel lockFile,
            FileLock lock,
            Clock clock,
            SpoolLimits limits,
            SegmentFiles files) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.lock = lock;
        this.clock = clock;
        this.writer = new SpoolWriter(this, limits, clock, files);
    }

    /**
     * Opens the directory, creating it if need be, and starts to take messages in.
     *
     * @throws IOException if the directory cannot be used, or another process uses it
     */
    public static Spool open(Path directory, SpoolLimits limits, Clock clock, ThreadFactory threads)
            throws IOException {
        return open(directory, limits, clock, threads, SegmentFiles.ON_DISK);
    }

    static Spool open(
            Path directory,
            SpoolLimits limits,
            Clock clock,
            ThreadFactory threads,
            SegmentFiles files)
            throws IOException {
        Files.createDirectories(directory);
        FileChannel lockFile =
                FileChannel.open(
                        directory.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            Spool spool =
                    new Spool(directory, lockFile, lock(directory, lockFile), clock, limits, files);
            spool.takeOverSegments();
            threads.newThread(spool.writer).start();
            return spool;
        } catch (IOException e) {
            lockFile.close();
            throw e;
        }
    }

    private static FileLock lock(Path directory, FileChannel lockFile) throws IOException {
        FileLock lock = null;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            throw inUse(directory, e);
        }
        if (lock == null) {
            throw inUse(directory, null);
        }
        return lock;
    }

    private static IOException inUse(Path directory, Exception cause) {
        return new IOException(
                "The spool directory "
                        + directory
                        + " is in use. Give each server a directory of its own.",
                cause);
    }

    /**
     * Hands a message over. Waits while too much is queued, which is how a full spool, or a disk
     * that fails, makes the senders wait.
     *
     * @throws InterruptedException if the thread is interrupted; the message was then not taken
     * @throws IllegalStateException if the spool is closed; the message was then not taken
     */
    public void append(SpoolEntry entry) throws InterruptedException {
        writer.queue(entry);
    }

    /** The oldest sealed segment, or null if none is sealed in time. */
    public SealedSegment nextSealed(long timeout, TimeUnit unit) throws InterruptedException {
        Path file = sealed.poll(timeout, unit);
        return file == null ? null : new SealedSegment(file);
    }

    /** Puts a segment back, as the next one, whose upload was broken off. */
    public void putBack(SealedSegment segment) {
        sealed.addFirst(segment.file());
    }

    /** Forgets a segment, all of whose messages are in bronze. */
    public void discard(SealedSegment segment) throws IOException {
        if (Files.exists(segment.file())) {
            // It may still be mapped, which would keep the room that it takes.
            try (FileChannel file = FileChannel.open(segment.file(), StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
        }
        // One that is gone already is as good as deleted, and must not hold up those behind it.
        Files.deleteIfExists(segment.file());
        forget(segment.file());
    }

    /**
     * Ends a segment whose readable messages are in bronze: forgets it, or sets it aside if there
     * may be more in it.
     */
    public void done(SealedSegment segment, SegmentContent content) throws IOException {
        if (content.damaged()) {
            Path kept = setAside(segment);
            SpoolLog.LOG.damaged(kept.toString(), content.end(), content.unread());
        } else {
            discard(segment);
        }
    }

    /**
     * Takes a segment out of the queue and keeps its file for people to look at. It does not count
     * as part of the spool any more, so that it takes no room from new messages.
     *
     * @return where the file lies now
     */
    public Path setAside(SealedSegment segment) throws IOException {
        Path damaged = Files.createDirectories(directory.resolve(DAMAGED));
        Path kept = damaged.resolve(segment.file().getFileName());
        Files.move(segment.file(), kept, StandardCopyOption.ATOMIC_MOVE);
        // Not forced: a power cut at worst brings it back to the spool, to be set aside once more.
        forget(segment.file());
        return kept;
    }

    /** Seals what has been written, without waiting for size or age. */
    public void seal() {
        writer.requestSeal();
    }

    public SpoolState state() {
        Iterator<Path> byAge = segments.keySet().iterator();
        return new SpoolState(
                writer.condition(),
                writer.problem(),
                bytes.get(),
                segments.size(),
                writer.queued(),
                byAge.hasNext() ? begun(byAge.next()) : null);
    }

    /**
     * Writes what is queued, seals it, and takes nothing more. Sealed segments can still be
     * fetched.
     *
     * @throws InterruptedException if the thread is interrupted while waiting for the disk
     */
    public void close() throws InterruptedException {
        writer.close();
    }

    /** Leaves the directory to another process. */
    public void release() throws IOException {
        lock.release();
        lockFile.close();
    }

    long bytes() {
        return bytes.get();
    }

    void grow(Path segment, long by) {
        segments.merge(segment, by, Long::sum);
        bytes.addAndGet(by);
    }

    void sealed(Path segment) {
        sealed.addLast(segment);
    }

    void created(Path segment) {
        segments.putIfAbsent(segment, 0L);
    }

    Path newSegment() {
        return directory.resolve(
                String.format(
                        Locale.ROOT,
                        "%013d-%08x%s",
                        clock.millis(),
                        ThreadLocalRandom.current().nextInt(),
                        SegmentWriter.SUFFIX));
    }

    private void forget(Path segment) {
        Long size = segments.remove(segment);
        if (size != null) {
            bytes.addAndGet(-size);
        }
    }

    private static Instant begun(Path segment) {
        String name = segment.getFileName().toString();
        return Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
    }

    private void takeOverSegments() throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(directory)) {
            segments =
                    files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                            .sorted(Comparator.comparing(Path::getFileName))
                            .toList();
        }
        for (Path segment : segments) {
            grow(segment, Files.size(segment));
            sealed(segment);
        }
    }
}
