package io.soam.simulator.temperature;

import java.time.LocalTime;

/**
 * What the weather allows at a time of day.
 *
 * @param coldest degrees Celsius
 * @param warmest degrees Celsius
 * @param driest per cent relative humidity
 * @param dampest per cent relative humidity
 */
record Climate(double coldest, double warmest, double driest, double dampest) {

    private static final Climate NIGHT = new Climate(5, 15, 60, 90);
    private static final Climate MORNING_OR_EVENING = new Climate(15, 25, 50, 80);
    private static final Climate AFTERNOON = new Climate(25, 35, 30, 60);

    static Climate at(LocalTime time) {
        return switch (time.getHour() / 6) {
            case 0 -> NIGHT;
            case 2 -> AFTERNOON;
            default -> MORNING_OR_EVENING;
        };
    }

    /**
     * Temperature of a place.
     *
     * @param warmth how warm it is there for the time of day, 0 = coldest to 1 = warmest
     */
    double temperature(double warmth) {
        return coldest + warmth * (warmest - coldest);
    }

    /** Humidity of a place: the warmer, the drier. */
    double humidity(double warmth) {
        return dampest - warmth * (dampest - driest);
    }
}
