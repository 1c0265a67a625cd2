package io.soam.ingestion.control;

import io.soam.ingestion.spool.SpoolRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the messages of one answer: in turns, the next newest of every stream, until the answer
 * is full. A talkative stream so takes no room from a quiet one.
 */
public final class PreviewSelection {

    /** More than anybody looks through; the streams can hold ten thousands. */
    static final int MOST_MESSAGES = 2_000;

    /**
     * Bytes of all messages. As trees they take about ten times as much, for every viewer who asks
     * at the same time, and all streams together may hold 64 MiB.
     */
    static final int MOST_BYTES = 4 << 20;

    private final List<Turn> turns;
    private int messages;
    private int bytes;

    private PreviewSelection(List<List<SpoolRecord>> streams) {
        this.turns = streams.stream().map(Turn::new).toList();
    }

    /** Of messages stream by stream, newest last, those that are shown, in the same order. */
    static List<SpoolRecord> of(List<List<SpoolRecord>> streams) {
        return new PreviewSelection(streams).select();
    }

    /** Of streams with their messages, all streams with the messages that are shown. */
    public static List<StreamPreview> limited(List<StreamPreview> streams) {
        PreviewSelection selection =
                new PreviewSelection(streams.stream().map(StreamPreview::records).toList());
        selection.select();
        List<StreamPreview> limited = new ArrayList<>();
        for (int i = 0; i < streams.size(); i++) {
            StreamPreview stream = streams.get(i);
            limited.add(
                    new StreamPreview(
                            stream.ingestionId(), stream.kept(), selection.turns.get(i).taken()));
        }
        return limited;
    }

    private List<SpoolRecord> select() {
        List<Turn> open = new ArrayList<>(turns);
        while (!open.isEmpty()) {
            open.removeIf(turn -> !takesOne(turn));
        }
        return turns.stream().flatMap(turn -> turn.taken().stream()).toList();
    }

    /** A stream whose next message does not fit ends there, so that it is shown without gaps. */
    private boolean takesOne(Turn turn) {
        if (turn.from == 0 || messages == MOST_MESSAGES) {
            return false;
        }
        int size = turn.records.get(turn.from - 1).size();
        if (bytes + size > MOST_BYTES) {
            return false;
        }
        turn.from--;
        messages++;
        bytes += size;
        return true;
    }

    private static final class Turn {

        private final List<SpoolRecord> records;
        private int from;

        Turn(List<SpoolRecord> records) {
            this.records = records;
            this.from = records.size();
        }

        List<SpoolRecord> taken() {
            return records.subList(from, records.size());
        }
    }
}
