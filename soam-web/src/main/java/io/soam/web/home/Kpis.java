package io.soam.web.home;

import io.soam.enrichment.boundary.BatchView;
import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.CitySnapshot.Rate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The numbers at the top of the page. */
final class Kpis {

    static final String UNKNOWN = "–";

    private Kpis() {}

    static List<Kpi> of(CitySnapshot city) {
        return List.of(
                rate("received", "Received", city.received()),
                rate("stored", "Stored in bronze", city.stored()),
                delay(city),
                quarantine(city));
    }

    static List<Kpi> unknown() {
        return List.of(
                new Kpi("received", "Received", UNKNOWN, "msg/s", "c1", ""),
                new Kpi("stored", "Stored in bronze", UNKNOWN, "msg/s", "c1", ""),
                new Kpi("delay", "Reached gold after", UNKNOWN, "s p95", "c3", ""),
                new Kpi("quarantine", "In quarantine", UNKNOWN, "today", "c2", ""));
    }

    private static Kpi rate(String key, String label, Rate rate) {
        return new Kpi(
                key,
                label,
                Formats.rate(rate.now()),
                "msg/s",
                "c1",
                Sparkline.points(rate.history()));
    }

    private static Kpi delay(CitySnapshot city) {
        List<Double> delays = new ArrayList<>();
        city.pipeline().recent().stream()
                .map(BatchView::sensorToGoldP95)
                .filter(Objects::nonNull)
                .forEach(delays::add);
        Collections.reverse(delays);
        Double seconds = city.goldDelaySeconds();
        boolean minutes = seconds != null && seconds >= 100;
        String value = seconds == null ? UNKNOWN : Formats.tenths(minutes ? seconds / 60 : seconds);
        return new Kpi(
                "delay",
                "Reached gold after",
                value,
                minutes ? "min p95" : "s p95",
                "c3",
                Sparkline.points(delays));
    }

    private static Kpi quarantine(CitySnapshot city) {
        List<Double> line = new ArrayList<>();
        double sum = city.quarantinedToday();
        for (BatchView batch : city.pipeline().recent()) {
            line.add(sum);
            sum -= batch.quarantined();
        }
        Collections.reverse(line);
        return new Kpi(
                "quarantine",
                "In quarantine",
                Formats.amount(city.quarantinedToday()),
                "of " + Formats.amount(city.receivedToday()) + " today",
                "c2",
                Sparkline.points(line));
    }
}
