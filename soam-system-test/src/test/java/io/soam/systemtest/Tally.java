package io.soam.systemtest;

/**
 * What the lake has of numbered messages.
 *
 * @param distinct different numbers
 * @param rows all rows; more than {@code distinct} if some are there twice
 * @param lowest 0 if there are none
 * @param highest 0 if there are none
 */
record Tally(long distinct, long rows, long lowest, long highest) {

    static Tally exactlyOnce(int count) {
        return new Tally(count, count, 1, count);
    }
}
