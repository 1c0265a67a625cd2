package io.soam.ingestion.spool;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir Path directory;

    private final List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final FaultyDisk disk = new FaultyDisk();
    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = open(SpoolSamples.limits());
    }

    @AfterEach
    void close() throws Exception {
        disk.free(Long.MAX_VALUE);
        disk.failForce(false);
        spool.close();
        spool.release();
    }

    @Test
    void acknowledgesInOrderAndOnlyWhatIsOnDisk() throws Exception {
        List<String> payloads = IntStream.range(0, 5_000).mapToObj(String::valueOf).toList();
        AtomicInteger missing = new AtomicInteger();
        for (String payload : payloads) {
            spool.append(
                    new SpoolEntry(
                            SpoolSamples.record(payload),
                            () -> {
                                acknowledged.add(payload);
                                if (spool.state().bytes() == 0) {
                                    missing.incrementAndGet();
                                }
                            }));
        }

        await().until(() -> acknowledged.size() == payloads.size());
        assertThat(acknowledged).isEqualTo(payloads);
        assertThat(missing).hasValue(0);
        assertThat(SpoolSamples.payloads(directory)).isEqualTo(payloads);
    }

    @Test
    void whatWasAcknowledgedBeforeACrash_isInTheDirectoryAtThatMoment(@TempDir Path copies)
            throws Exception {
        Path copy = copies.resolve("after-kill");
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> appendAll(20_000));
        await().until(() -> acknowledged.size() > 3_000);
        List<String> before = List.copyOf(acknowledged);
        copy(directory, copy);
        sender.get(30, SECONDS);

        List<String> found = SpoolSamples.payloads(copy);
        assertThat(new HashSet<>(found).containsAll(before)).isTrue();
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
    }

    @Test
    void tornEnd_isSkippedAndNothingBeforeIt() throws Exception {
        appendAll(100);
        await().until(() -> acknowledged.size() == 100);
        Path segment = SpoolSamples.segments(directory).get(0);
        byte[] whole = Files.readAllBytes(segment);

        for (int cut = 1; cut < 150; cut += 7) {
            Path torn = directory.resolve("torn");
            Files.write(torn, Arrays.copyOf(whole, whole.length - cut));
            assertThat(SegmentReader.read(torn).records()).hasSizeBetween(95, 99);
        }
        Path garbage = directory.resolve("garbage");
        Files.write(garbage, whole);
        Files.write(garbage, new byte[] {0, 0, 0, 9, 1, 2, 3, 4, 5}, StandardOpenOption.APPEND);
        assertThat(SegmentReader.read(garbage).records()).hasSize(100);
    }

    @Test
    void fullDisk_keepsMessagesUnacknowledgedAndStoresThemOnceThereIsRoom() throws Exception {
        append("before");
        await().until(() -> acknowledged.size() == 1);
        disk.free(150);

        append("first");
        append("second");
        append("third");
        await().until(() -> spool.state().condition() == SpoolState.Condition.FAILING);
        assertThat(spool.state().problem()).contains("No space left on device");
        assertThat(acknowledged).doesNotContain("third");

        disk.free(Long.MAX_VALUE);
        await().until(() -> acknowledged.size() == 4);
        assertThat(spool.state().condition()).isEqualTo(SpoolState.Condition.OPEN);
        assertThat(SpoolSamples.payloads(directory))
                .containsExactlyInAnyOrder("before", "first", "second", "third");
    }

    @Test
    void failedForce_isNeverAcknowledged() throws Exception {
        disk.failForce(true);
        append("lost in the page cache");
        await().until(() -> spool.state().condition() == SpoolState.Condition.FAILING);
        assertThat(acknowledged).isEmpty();

        disk.failForce(false);
        await().until(() -> acknowledged.size() == 1);
        assertThat(SpoolSamples.payloads(directory)).containsExactly("lost in the page cache");
    }

    @Test
    void closingWhileTheDiskRefuses_leavesMessagesToTheirSenders() throws Exception {
        disk.free(0);
        append("stays with its broker");
        await().until(() -> spool.state().condition() == SpoolState.Condition.FAILING);

        spool.close();

        assertThat(acknowledged).isEmpty();
        assertThat(spool.state().condition()).isEqualTo(SpoolState.Condition.CLOSED);
        assertThatThrownBy(() -> append("too late"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("server is stopping");
    }

    @Test
    void fullSpool_makesSendersWaitUntilSegmentsAreMoved() throws Exception {
        close();
        spool = open(SpoolSamples.limits(1_000, 3_000, 2_000));
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> appendAll(200));

        await().until(() -> spool.state().condition() == SpoolState.Condition.FULL);
        assertThat(sender).isNotDone();
        assertThat(spool.state().problem()).contains("3000 bytes");
        while (!sender.isDone()) {
            SealedSegment segment = spool.nextSealed(1, SECONDS);
            if (segment != null) {
                assertThat(segment.content().records()).isNotEmpty();
                spool.discard(segment);
            }
        }
        await().until(() -> acknowledged.size() == 200);
        assertThat(spool.state().condition()).isNotEqualTo(SpoolState.Condition.CLOSED);
    }

    @Test
    void aMessageLargerThanTheQueue_isTaken() throws Exception {
        byte[] payload = new byte[10 << 20];
        CompletableFuture<Void> stored = new CompletableFuture<>();
        spool.append(
                new SpoolEntry(
                        SpoolSamples.record(
                                SpoolSamples.header("big"), SpoolSamples.RECEIVED, payload),
                        () -> stored.complete(null)));

        stored.get(10, SECONDS);
        assertThat(
                        SegmentReader.read(SpoolSamples.segments(directory).get(0))
                                .records()
                                .get(0)
                                .payload())
                .isEqualTo(payload);
    }

    @Test
    void closing_storesWhatIsQueuedAndSealsIt() throws Exception {
        appendAll(1_000);
        spool.close();

        assertThat(acknowledged).hasSize(1_000);
        SealedSegment sealed = spool.nextSealed(0, SECONDS);
        assertThat(sealed.content().records()).hasSize(1_000);
        spool.discard(sealed);
        assertThat(spool.state().bytes()).isZero();
        assertThat(spool.state().oldest()).isNull();
    }

    @Test
    void segmentsOfAnEarlierLife_comeFirstAndUnchanged() throws Exception {
        append("from before");
        await().until(() -> acknowledged.size() == 1);
        spool.close();
        spool.release();

        spool = open(SpoolSamples.limits());
        append("from now");
        await().until(() -> acknowledged.size() == 2);
        assertThat(payloads(spool.nextSealed(1, SECONDS))).containsExactly("from before");
        assertThat(spool.nextSealed(0, SECONDS)).isNull();
        spool.seal();
        assertThat(payloads(spool.nextSealed(5, SECONDS))).containsExactly("from now");
    }

    @Test
    void aSegmentPutBack_isTheNextOne() throws Exception {
        append("a");
        spool.seal();
        SealedSegment first = spool.nextSealed(5, SECONDS);
        append("b");
        spool.seal();
        await().until(() -> spool.state().segments() == 2 && spool.state().queued() == 0);

        spool.putBack(first);

        assertThat(spool.nextSealed(0, SECONDS)).isEqualTo(first);
    }

    @Test
    void aSegmentThatIsGone_countsAsDiscarded() throws Exception {
        append("a");
        spool.seal();
        SealedSegment segment = spool.nextSealed(5, SECONDS);
        Files.delete(segment.file());

        spool.discard(segment);

        assertThat(spool.state().bytes()).isZero();
        assertThat(spool.state().segments()).isZero();
    }

    @Test
    void aDamagedSegment_isKeptAsideAndNotTakenOverAgain() throws Exception {
        append("a");
        spool.seal();
        SealedSegment segment = spool.nextSealed(5, SECONDS);

        spool.done(segment, new SegmentContent(List.of(), 0, 9, true));

        assertThat(directory.resolve("damaged").resolve(segment.file().getFileName())).exists();
        assertThat(spool.state().bytes()).isZero();
        spool.close();
        spool.release();
        spool = open(SpoolSamples.limits());
        assertThat(spool.nextSealed(0, SECONDS)).isNull();
    }

    @Test
    void aSegmentWithATornEnd_isDeleted() throws Exception {
        append("a");
        spool.seal();
        SealedSegment segment = spool.nextSealed(5, SECONDS);
        Files.write(segment.file(), new byte[] {0, 0, 1}, StandardOpenOption.APPEND);

        spool.done(segment, segment.content());

        assertThat(segment.file()).doesNotExist();
        assertThat(directory.resolve("damaged")).doesNotExist();
        assertThat(spool.state().bytes()).isZero();
    }

    @Test
    void secondOwnerOfTheDirectory_isRefused() {
        assertThatThrownBy(() -> open(SpoolSamples.limits()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is in use. Give each server a directory of its own.");
    }

    @Test
    void segmentNamesNeverRepeat() {
        HashSet<Path> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            assertThat(names.add(spool.newSegment())).isTrue();
        }
    }

    @Test
    void oldestIsTheBeginOfTheOldestSegment() throws Exception {
        Instant before = Instant.ofEpochMilli(Clock.systemUTC().millis());
        append("a");
        await().until(() -> acknowledged.size() == 1);

        assertThat(spool.state().oldest()).isBetween(before, before.plusSeconds(30));
    }

    private Spool open(SpoolLimits limits) throws IOException {
        return Spool.open(
                directory, limits, Clock.systemUTC(), Executors.defaultThreadFactory(), disk);
    }

    private void appendAll(int count) {
        for (int i = 0; i < count; i++) {
            try {
                append(String.valueOf(i));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void append(String payload) throws InterruptedException {
        spool.append(new SpoolEntry(SpoolSamples.record(payload), () -> acknowledged.add(payload)));
    }

    private static List<String> payloads(SealedSegment segment) throws IOException {
        return segment.content().records().stream()
                .map(record -> new String(record.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /**
     * What a new process finds after kill -9: the files as they stand, in the middle of a write.
     */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path segment : SpoolSamples.segments(from)) {
            Files.copy(segment, to.resolve(segment.getFileName()));
        }
    }
}
