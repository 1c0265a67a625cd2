package io.soam.domain.schema;

/** Hashes of 64 well mixed bits, the same on every machine: what is stored is merged by others. */
final class Hashes {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private Hashes() {}

    static long of(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * FIRST;
        z = (z ^ (z >>> 27)) * SECOND;
        return z ^ (z >>> 31);
    }

    static long of(double value) {
        return of(Double.doubleToLongBits(value) ^ FIRST);
    }

    static long of(char[] text, int from, int length) {
        long hash = GOLDEN ^ length;
        for (int i = from; i < from + length; i++) {
            hash = Long.rotateLeft((hash ^ text[i]) * FIRST, 29);
        }
        return of(hash);
    }

    static long of(String text) {
        return of(text.toCharArray(), 0, text.length());
    }
}
