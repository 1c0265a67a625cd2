package io.soam.simulator.sensor;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that repeats itself with its seed.
 *
 * <p>Not safe for use by several threads.
 */
public final class Chance {

    private final SplittableRandom random;

    public Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** Chance of its own for a part of the whole, so that parts do not disturb each other. */
    public Chance split() {
        return new Chance(random.split());
    }

    /** From {@code low}, inclusive, to {@code high}, exclusive. */
    public double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    /** From {@code low} to {@code high}, both inclusive. */
    public long whole(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /**
     * True in a share of the cases.
     *
     * @param share 0 = never to 1 = always
     */
    public boolean happens(double share) {
        return random.nextDouble() < share;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
