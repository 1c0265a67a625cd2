package io.soam.ingestion.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soam.ingestion.entity.SourceStatus;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceEventBookTest {

    private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");

    private final SourceEventBook book = new SourceEventBook();
    private int second;

    @Test
    void aChange_isAnEvent_withTheStateBefore() {
        note(SourceStatus.CONNECTING, null);
        note(SourceStatus.ACTIVE, null);
        note(SourceStatus.ACTIVE, null);
        note(SourceStatus.STOPPED, null);
        note(SourceStatus.CONNECTING, null);

        assertThat(book.take())
                .extracting(SourceEvent::before, SourceEvent::status, SourceEvent::occurrences)
                .containsExactly(
                        tuple(null, SourceStatus.CONNECTING, 1L),
                        tuple(SourceStatus.CONNECTING, SourceStatus.ACTIVE, 1L),
                        tuple(SourceStatus.ACTIVE, SourceStatus.STOPPED, 1L),
                        tuple(null, SourceStatus.CONNECTING, 1L));
    }

    @Test
    void equalFailuresOfTheBackOffLoop_areOneEvent_alsoAcrossWritings() {
        note(SourceStatus.CONNECTING, null);
        note(SourceStatus.ERROR, "refused");
        SourceEvent written = book.take().get(1);
        for (int i = 0; i < 3; i++) {
            note(SourceStatus.CONNECTING, null);
            note(SourceStatus.ERROR, "refused");
        }

        List<SourceEvent> news = book.take();
        assertThat(news).hasSize(1);
        assertThat(news.get(0).key()).isEqualTo(written.key());
        assertThat(news.get(0).occurrences()).isEqualTo(4);
        assertThat(news.get(0).at()).isEqualTo(AT.plusSeconds(2));
        assertThat(news.get(0).lastAt()).isEqualTo(AT.plusSeconds(8));
    }

    @Test
    void anotherReason_andARecovery_areEventsOfTheirOwn() {
        note(SourceStatus.ERROR, "refused");
        note(SourceStatus.CONNECTING, null);
        note(SourceStatus.ERROR, "no such host");
        note(SourceStatus.CONNECTING, null);
        note(SourceStatus.ACTIVE, null);
        note(SourceStatus.ERROR, "no such host");

        assertThat(book.take())
                .extracting(SourceEvent::before, SourceEvent::error)
                .containsExactly(
                        tuple(null, "refused"),
                        tuple(SourceStatus.ERROR, "no such host"),
                        tuple(SourceStatus.ERROR, null),
                        tuple(SourceStatus.ACTIVE, "no such host"));
    }

    @Test
    void whatCouldNotBeWritten_waits_andTheNewerCountWins() {
        note(SourceStatus.ERROR, "refused");
        List<SourceEvent> taken = book.take();
        note(SourceStatus.ERROR, "refused");
        note(SourceStatus.ACTIVE, null);

        book.giveBack(taken);

        assertThat(book.take())
                .extracting(SourceEvent::status, SourceEvent::occurrences)
                .containsExactly(tuple(SourceStatus.ERROR, 2L), tuple(SourceStatus.ACTIVE, 1L));
        assertThat(book.take()).isEmpty();
    }

    @Test
    void whatWaits_isBounded_andTheOldestGives() {
        for (int i = 0; i < SourceEventBook.MOST_WAITING + 10; i++) {
            note(SourceStatus.ERROR, "Failure " + i);
        }

        List<SourceEvent> waiting = book.take();
        assertThat(waiting).hasSize(SourceEventBook.MOST_WAITING);
        assertThat(waiting.get(0).error()).isEqualTo("Failure 10");
    }

    @Test
    void aTextThatTheDatabaseWouldNotTake_isMadeOneThatItTakes() {
        note(SourceStatus.ERROR, "a\0b" + "x".repeat(10_000));

        assertThat(book.take().get(0).error()).startsWith("a b").hasSize(2_000);
    }

    private void note(SourceStatus status, String error) {
        book.note(7, RunState.of(status, error), AT.plusSeconds(++second));
    }
}
