package io.soam.domain.schema;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first few different values of a field, as texts. */
final class Samples {

    private static final int MOST = 5;

    /** A longer value is cut: a sample is to be looked at. */
    static final int LONGEST = 100;

    private static final String CUT = "…";

    private final long[] hashes = new long[MOST];
    private final List<String> texts = new ArrayList<>(MOST);

    /** Whether a value of that hash would be kept, so that its text need not be made in vain. */
    boolean want(long hash) {
        int size = texts.size();
        if (size == MOST) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (hashes[i] == hash) {
                return false;
            }
        }
        return true;
    }

    void add(long hash, String text) {
        if (want(hash)) {
            hashes[texts.size()] = hash;
            texts.add(text);
        }
    }

    void merge(Samples other) {
        for (int i = 0; i < other.texts.size(); i++) {
            add(other.hashes[i], other.texts.get(i));
        }
    }

    List<String> texts() {
        return List.copyOf(texts);
    }

    static String cut(char[] text, int from, int length) {
        return CleanText.of(
                length <= LONGEST
                        ? new String(text, from, length)
                        : new String(text, from, LONGEST - 1) + CUT);
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            out.writeLong(hashes[i]);
            out.writeUTF(texts.get(i));
        }
    }

    static Samples read(DataInput in) throws IOException {
        Samples samples = new Samples();
        int size = in.readUnsignedByte();
        for (int i = 0; i < size; i++) {
            samples.hashes[i] = in.readLong();
            samples.texts.add(in.readUTF());
        }
        return samples;
    }
}
