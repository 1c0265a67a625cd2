package io.soam.simulator.airquality;

/**
 * What the air of a place may contain.
 *
 * @param carbonMonoxide ppm
 * @param nitrogenDioxide ppm
 * @param fineDust particles up to 2.5 µm, µg/m³
 */
record Air(Range carbonMonoxide, Range nitrogenDioxide, Range fineDust) {

    private static final Air INDUSTRIAL =
            new Air(new Range(5, 15), new Range(0.1, 0.5), new Range(20, 50));
    private static final Air OTHER =
            new Air(new Range(0.1, 5), new Range(0.01, 0.2), new Range(5, 25));

    static Air at(String location) {
        return location.startsWith("Industrial") ? INDUSTRIAL : OTHER;
    }

    /** From the cleanest to the dirtiest. */
    record Range(double low, double high) {}
}
