package io.soam.simulator.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeBufferTest {

    private enum Event {
        MEASURED,
        ACKNOWLEDGED,
        FAILED
    }

    @Property(tries = 500)
    void losesNothingItDoesNotCountAndKeepsTheOrder(
            @ForAll @Size(max = 60) List<Event> events,
            @ForAll @IntRange(min = 1, max = 5) int capacity)
            throws InterruptedException {
        EdgeBuffer buffer = new EdgeBuffer(capacity, EdgeJournal.inMemory());
        List<Long> acknowledged = play(events, buffer);

        EdgeCounts counts = buffer.counts();
        assertThat(acknowledged).isSorted().doesNotHaveDuplicates();
        assertThat(counts.acknowledged()).isEqualTo(acknowledged.size());
        assertThat(counts.waiting()).isLessThanOrEqualTo(capacity);
        assertThat(counts.added())
                .isEqualTo(counts.acknowledged() + counts.dropped() + counts.waiting());
    }

    @Property(tries = 100)
    void isTheSameAfterARestart(
            @ForAll @Size(max = 40) List<Event> events,
            @ForAll @IntRange(min = 1, max = 5) int capacity)
            throws Exception {
        Path folder = Files.createTempDirectory("edge-buffer");
        Path file = folder.resolve("buffer.jsonl");
        EdgeCounts before;
        try (FileJournal journal = new FileJournal(file)) {
            EdgeBuffer buffer = new EdgeBuffer(capacity, journal);
            play(events, buffer);
            before = buffer.counts();
        }

        try (FileJournal journal = new FileJournal(file)) {
            EdgeBuffer restored = new EdgeBuffer(capacity, journal);
            assertThat(restored.counts().waiting()).isEqualTo(before.waiting());
            List<Long> numbers = drain(restored);
            assertThat(numbers).isSorted().hasSize(before.waiting());
            assertThat(numbers).allMatch(number -> number > before.acknowledged());
        }
        Files.delete(file);
        Files.delete(folder);
    }

    @Test
    void failedReplay_keepsItsPlaceAtTheHead() throws InterruptedException {
        EdgeBuffer buffer = new EdgeBuffer(10, EdgeJournal.inMemory());
        for (String payload : List.of("first", "second", "third")) {
            buffer.add("t", payload);
        }

        buffer.take();
        buffer.failed();

        assertThat(buffer.take().payload()).isEqualTo("first");
    }

    @Test
    void full_dropsTheOldestButNotTheOneUnderWay() throws InterruptedException {
        EdgeBuffer buffer = new EdgeBuffer(2, EdgeJournal.inMemory());
        buffer.add("t", "1");
        EdgeMessage underWay = buffer.take();
        for (String payload : List.of("2", "3", "4")) {
            buffer.add("t", payload);
        }
        buffer.acknowledged();

        assertThat(underWay.payload()).isEqualTo("1");
        assertThat(buffer.take().payload()).isEqualTo("3");
        assertThat(buffer.counts()).isEqualTo(new EdgeCounts(4, 1, 1, 2));
    }

    @Test
    void messageTornByADyingProcess_isNotRestored(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("buffer.jsonl");
        Files.writeString(
                file,
                """
                {"add":1,"topic":"t","payload":"sent"}
                {"add":2,"topic":"t","payload":"waits"}
                {"remove":1}
                {"add":3,"topic":"t","pay""");

        try (FileJournal journal = new FileJournal(file)) {
            assertThat(journal.restore()).containsExactly(new EdgeMessage(2, "t", "waits"));
        }
    }

    @Test
    void journal_doesNotGrowWithWhatIsHistory(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("buffer.jsonl");
        try (FileJournal journal = new FileJournal(file)) {
            EdgeBuffer buffer = new EdgeBuffer(10, journal);
            for (int i = 0; i < 2000; i++) {
                buffer.add("t", "payload");
                buffer.take();
                buffer.acknowledged();
            }
        }
        assertThat(Files.size(file)).isLessThan(100_000);
    }

    @Test
    void refusesToHoldNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeBuffer(0, EdgeJournal.inMemory()))
                .withMessageContaining("at least one");
    }

    private static List<Long> play(List<Event> events, EdgeBuffer buffer)
            throws InterruptedException {
        List<Long> acknowledged = new ArrayList<>();
        for (Event event : events) {
            if (event == Event.MEASURED) {
                buffer.add("t", "payload");
            } else if (buffer.counts().waiting() > 0) {
                EdgeMessage message = buffer.take();
                if (event == Event.FAILED) {
                    buffer.failed();
                } else {
                    buffer.acknowledged();
                    acknowledged.add(message.number());
                }
            }
        }
        return acknowledged;
    }

    private static List<Long> drain(EdgeBuffer buffer) throws InterruptedException {
        List<Long> numbers = new ArrayList<>();
        while (buffer.counts().waiting() > 0) {
            numbers.add(buffer.take().number());
            buffer.acknowledged();
        }
        return numbers;
    }
}
