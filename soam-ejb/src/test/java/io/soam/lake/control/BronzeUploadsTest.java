package io.soam.lake.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soam.ingestion.control.SpoolAccess;
import io.soam.ingestion.control.SpoolAccesses;
import io.soam.ingestion.spool.SegmentContent;
import io.soam.ingestion.spool.SpoolEntry;
import io.soam.ingestion.spool.SpoolSamples;
import io.soam.platform.MapConfig;
import io.soam.platform.PlainThreads;
import io.soam.platform.control.Meters;
import io.soam.platform.control.PlatformConfigs;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of segments that fail by themselves; the rest is in {@link BronzeUploadsIT}. */
@SuppressWarnings("UnnecessaryAssignment") // here the test is the container
class BronzeUploadsTest {

    private static final String BAD = "1000000000000-00000000.seg";

    @TempDir Path directory;

    private final PlainThreads threads = new PlainThreads();
    private final AtomicInteger outages = new AtomicInteger();
    private SpoolAccess spool;
    private BronzeUploads uploads;

    @AfterEach
    void stop() {
        uploads.stop();
        SpoolAccesses.release(spool);
    }

    @Test
    void aSegmentThatCannotBeConverted_isSetAsideAndTheNextIsMoved() throws Exception {
        byte[] unconvertible = frame(new byte[] {99, 1, 2, 3});
        Files.write(directory.resolve(BAD), unconvertible);

        start();
        append("{}");

        await().atMost(Duration.ofSeconds(30)).until(() -> uploads.state().rows() == 1);
        assertThat(Files.readAllBytes(kept())).isEqualTo(unconvertible);
        assertThat(uploads.state().isHealthy()).isTrue();
        await().until(() -> spool.state().bytes() == 0 && spool.state().segments() == 0);
    }

    @Test
    void anOutage_setsNothingAside() throws Exception {
        outages.set(5);
        start();
        append("{}");

        await().atMost(Duration.ofSeconds(60)).until(() -> uploads.state().rows() == 1);
        assertThat(outages).hasValueLessThan(0);
        assertThat(directory.resolve("damaged")).doesNotExist();
    }

    @Test
    void aSegmentWithDamageInTheMiddle_isMovedAsFarAsItReadsAndKept() throws Exception {
        byte[] content = segment("one", "two", "three");
        int second = content.length - frame("three") - 1;
        content[second] ^= 1;
        Files.write(directory.resolve(BAD), content);

        start();

        await().until(() -> uploads.state().rows() == 1 && spool.state().segments() == 0);
        assertThat(Files.readAllBytes(kept())).isEqualTo(content);
        assertThat(spool.state().bytes()).isZero();
    }

    /** Bytes that a message takes in a segment. */
    private static int frame(String payload) {
        return 8 + SpoolSamples.record(payload).size();
    }

    private Path kept() {
        return directory.resolve("damaged").resolve(BAD);
    }

    private void append(String payload) throws InterruptedException {
        spool.spool().append(new SpoolEntry(SpoolSamples.record(payload), () -> {}));
    }

    /** A segment as a server writes it. */
    private byte[] segment(String... payloads) throws Exception {
        SpoolAccess writing = SpoolAccesses.open(directory, threads);
        for (String payload : payloads) {
            writing.spool().append(new SpoolEntry(SpoolSamples.record(payload), () -> {}));
        }
        SpoolAccesses.release(writing);
        Path file;
        try (var files = Files.list(directory)) {
            file = files.filter(f -> f.toString().endsWith(".seg")).findFirst().orElseThrow();
        }
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        return content;
    }

    private static byte[] frame(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(body.length)
                .putInt((int) crc.getValue())
                .put(body)
                .array();
    }

    private void start() {
        spool = SpoolAccesses.open(directory, threads);
        uploads = new BronzeUploads();
        uploads.spoolAccess = spool;
        uploads.store = new FailingStore();
        uploads.config = new LakeConfig();
        uploads.config.config = new MapConfig(Map.of());
        uploads.catalogue = new ForgetfulCatalogue();
        uploads.meters = new LakeMeters();
        uploads.meters.meters = new Meters(new SimpleMeterRegistry());
        uploads.meters.platform = PlatformConfigs.of("soam-0");
        uploads.meters.register();
        uploads.clock = Clock.systemUTC();
        uploads.threads = threads;
        uploads.start();
    }

    private final class FailingStore extends ObjectStore {

        @Override
        public void ensureBucket() {}

        @Override
        public void putOnce(String key, byte[] content) throws ObjectStoreException {
            if (outages.getAndDecrement() > 0) {
                throw new ObjectStoreException("out of reach");
            }
        }
    }

    private static final class ForgetfulCatalogue extends BronzeCatalogue {

        @Override
        public void register(List<BronzeObject> objects, SegmentContent content) {}
    }
}
