package io.soam.simulator.sensor;

/** Where in its range a slowly changing quantity is. At an end of the range it turns back. */
public final class Drift {

    private final Chance chance;
    private final double step;
    private double place;

    /**
     * Starts anywhere in the range.
     *
     * @param step the farthest it moves at once, as a share of the range
     */
    public Drift(Chance chance, double step) {
        this.chance = chance;
        this.step = step;
        this.place = chance.between(0, 1);
    }

    /** Moves on. 0 = at the low end, 1 = at the high end. */
    public double next() {
        double moved = Math.abs(place + chance.between(-step, step));
        place = moved > 1 ? 2 - moved : moved;
        return place;
    }

    /** Moves on in a range. */
    public double next(double low, double high) {
        return low + next() * (high - low);
    }
}
