package io.soam.ingestion.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soam.ingestion.spool.SpoolRecord;
import io.soam.ingestion.spool.SpoolSamples;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreviewSelectionTest {

    @Test
    void whatFits_isShownAsItIs() {
        assertThat(payloads(List.of(stream("a", 3), List.of(), stream("b", 2))))
                .containsExactly("a0", "a1", "a2", "b0", "b1");
    }

    @Test
    void tooManyMessages_areTakenFromTheTalkativeStreams_newestLast() {
        List<String> shown =
                payloads(List.of(stream("a", 5_000), stream("b", 3), stream("c", 5_000)));

        assertThat(shown).hasSize(PreviewSelection.MOST_MESSAGES).contains("b0", "b1", "b2");
        assertThat(shown.get(0)).isEqualTo("a4001");
        assertThat(shown.subList(998, 1_003)).containsExactly("a4999", "b0", "b1", "b2", "c4002");
        assertThat(shown.get(1_999)).isEqualTo("c4999");
    }

    @Test
    void largeMessages_areLimitedInTotal_alsoOfASingleStream() {
        List<SpoolRecord> large =
                Collections.nCopies(200, SpoolSamples.record("x".repeat(60 * 1_024)));

        for (List<List<SpoolRecord>> streams :
                List.of(List.of(large), List.of(large, large, stream("quiet", 1)))) {
            List<SpoolRecord> shown = PreviewSelection.of(streams);
            assertThat(shown.stream().mapToInt(SpoolRecord::size).sum())
                    .isBetween(
                            PreviewSelection.MOST_BYTES - 64 * 1_024, PreviewSelection.MOST_BYTES);
        }
        assertThat(payloads(List.of(large, large, stream("quiet", 1)))).contains("quiet0");
    }

    private static List<SpoolRecord> stream(String name, int messages) {
        return IntStream.range(0, messages).mapToObj(i -> SpoolSamples.record(name + i)).toList();
    }

    private static List<String> payloads(List<List<SpoolRecord>> streams) {
        return PreviewSelection.of(streams).stream()
                .map(record -> new String(record.payload(), UTF_8))
                .toList();
    }
}
