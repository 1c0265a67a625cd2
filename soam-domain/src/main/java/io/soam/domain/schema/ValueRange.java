package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Smallest and greatest value; whole numbers and times keep all their digits. */
final class ValueRange {

    private long minLong = Long.MAX_VALUE;
    private long maxLong = Long.MIN_VALUE;
    private double minDouble = Double.POSITIVE_INFINITY;
    private double maxDouble = Double.NEGATIVE_INFINITY;
    private long minTime = Long.MAX_VALUE;
    private long maxTime = Long.MIN_VALUE;

    void addLong(long value) {
        minLong = Math.min(minLong, value);
        maxLong = Math.max(maxLong, value);
    }

    /** A number too great for a double is left out. */
    void addDouble(double value) {
        if (Double.isFinite(value)) {
            minDouble = Math.min(minDouble, value);
            maxDouble = Math.max(maxDouble, value);
        }
    }

    void addTime(long micros) {
        minTime = Math.min(minTime, micros);
        maxTime = Math.max(maxTime, micros);
    }

    void merge(ValueRange other) {
        minLong = Math.min(minLong, other.minLong);
        maxLong = Math.max(maxLong, other.maxLong);
        minDouble = Math.min(minDouble, other.minDouble);
        maxDouble = Math.max(maxDouble, other.maxDouble);
        minTime = Math.min(minTime, other.minTime);
        maxTime = Math.max(maxTime, other.maxTime);
    }

    /** The smallest number, a {@link Long} if all were whole; null without numbers. */
    Number min() {
        if (minDouble > maxDouble) {
            return minLong > maxLong ? null : (Number) minLong;
        }
        return minLong > maxLong ? minDouble : Math.min(minDouble, (double) minLong);
    }

    /** The greatest number, a {@link Long} if all were whole; null without numbers. */
    Number max() {
        if (minDouble > maxDouble) {
            return minLong > maxLong ? null : (Number) maxLong;
        }
        return minLong > maxLong ? maxDouble : Math.max(maxDouble, (double) maxLong);
    }

    /** The earliest time in microseconds since 1970; null without times. */
    Long earliest() {
        return minTime > maxTime ? null : (Long) minTime;
    }

    /** The latest time in microseconds since 1970; null without times. */
    Long latest() {
        return minTime > maxTime ? null : (Long) maxTime;
    }

    void write(DataOutput out) throws IOException {
        boolean longs = minLong <= maxLong;
        boolean doubles = minDouble <= maxDouble;
        boolean times = minTime <= maxTime;
        out.writeByte((longs ? 1 : 0) | (doubles ? 2 : 0) | (times ? 4 : 0));
        if (longs) {
            out.writeLong(minLong);
            out.writeLong(maxLong);
        }
        if (doubles) {
            out.writeDouble(minDouble);
            out.writeDouble(maxDouble);
        }
        if (times) {
            out.writeLong(minTime);
            out.writeLong(maxTime);
        }
    }

    static ValueRange read(DataInput in) throws IOException {
        ValueRange range = new ValueRange();
        int present = in.readUnsignedByte();
        if ((present & 1) != 0) {
            range.minLong = in.readLong();
            range.maxLong = in.readLong();
        }
        if ((present & 2) != 0) {
            range.minDouble = in.readDouble();
            range.maxDouble = in.readDouble();
        }
        if ((present & 4) != 0) {
            range.minTime = in.readLong();
            range.maxTime = in.readLong();
        }
        return range;
    }
}
