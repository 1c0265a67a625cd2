package io.soam.simulator.traffic;

import java.util.Locale;

/** How well traffic flows. */
enum Congestion {
    LOW,
    MEDIUM,
    HIGH;

    /**
     * Judges a road by both of its figures: slow and full is high, slow or full is medium.
     *
     * @param speed km/h
     */
    static Congestion of(long vehicles, double speed) {
        if (speed < 20 && vehicles > 100) {
            return HIGH;
        }
        return speed < 40 || vehicles > 50 ? MEDIUM : LOW;
    }

    /** As messages name it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
