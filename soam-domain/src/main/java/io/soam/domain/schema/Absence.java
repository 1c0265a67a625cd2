package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Notices that a field has vanished: it was missing much longer than it usually is. A field that
 * comes in every tenth object may be missing two hundred times in a row; and each time it comes
 * back it may be missing twice as long, so that a field that comes and goes is soon left in peace.
 */
final class Absence {

    private static final long LEAST_MISSING = 50;
    private static final long USUAL_GAPS = 20;
    private static final long LEAST_MICROS = 60_000_000;
    private static final int MOST_DOUBLINGS = 16;

    private long missing;
    private int returns;
    private boolean vanished;

    /**
     * It was not there.
     *
     * @param times how often it could have been
     * @param usualGap how many objects there usually are for each that has it
     * @param micros since it was there last
     * @return whether it has vanished by this
     */
    boolean missing(long times, long usualGap, long micros) {
        missing += times;
        long patience = Math.max(LEAST_MISSING, USUAL_GAPS * usualGap) << returns;
        if (vanished || missing < patience || micros < LEAST_MICROS) {
            return false;
        }
        vanished = true;
        return true;
    }

    /**
     * It was there.
     *
     * @return whether it had vanished before
     */
    boolean back() {
        missing = 0;
        if (!vanished) {
            return false;
        }
        vanished = false;
        returns = Math.min(MOST_DOUBLINGS, returns + 1);
        return true;
    }

    boolean isVanished() {
        return vanished;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(missing);
        out.writeByte(returns);
        out.writeBoolean(vanished);
    }

    static Absence read(DataInput in) throws IOException {
        Absence absence = new Absence();
        absence.missing = in.readLong();
        absence.returns = in.readUnsignedByte();
        absence.vanished = in.readBoolean();
        return absence;
    }
}
