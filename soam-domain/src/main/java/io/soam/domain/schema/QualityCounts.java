package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.OptionalDouble;

/** Figures of quality of some messages of a stream. Counts of other messages are added to them. */
public final class QualityCounts {

    private final long[] counts = new long[QualityFigure.COUNT];
    private final Lateness lateness;

    public QualityCounts() {
        this(new Lateness());
    }

    public QualityCounts(Lateness lateness) {
        this.lateness = lateness;
    }

    public long get(QualityFigure figure) {
        return counts[figure.position()];
    }

    public void add(QualityFigure figure, long count) {
        counts[figure.position()] += count;
    }

    public Lateness lateness() {
        return lateness;
    }

    /** Adds what others have counted. */
    public void merge(QualityCounts other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        lateness.merge(other.lateness);
    }

    /** Share of the values that there should be; nothing where none is expected. */
    public OptionalDouble completeness() {
        return ratio(QualityFigure.PRESENT_VALUES, QualityFigure.EXPECTED_VALUES);
    }

    /** One figure as share of another, at most 1; nothing where there is nothing to share. */
    public OptionalDouble ratio(QualityFigure part, QualityFigure whole) {
        long of = get(whole);
        return of == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(1, (double) get(part) / of));
    }

    /** Writes it in a form of our own, for {@link #read}. */
    public void write(DataOutput out) throws IOException {
        out.writeByte(counts.length);
        for (long count : counts) {
            out.writeLong(count);
        }
        lateness.write(out);
    }

    /** Reads what {@link #write} has written. */
    public static QualityCounts read(DataInput in) throws IOException {
        long[] counts = new long[in.readUnsignedByte()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        QualityCounts quality = new QualityCounts(Lateness.read(in));
        System.arraycopy(counts, 0, quality.counts, 0, quality.counts.length);
        return quality;
    }
}
