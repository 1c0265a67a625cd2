package io.soam.web.home;

import io.soam.operations.boundary.CitySnapshot;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the page shows, in words.
 *
 * @param at when this was so
 * @param lastReceivedAt reception of the newest message; null before the first
 * @param averagesAsOf changes when there are new averages for the chart; null before the first
 * @param context what the numbers are about
 * @param problem what an operator should know before anything else; null normally
 * @param kpis numbers of the moment
 * @param stages the way from source to answer
 * @param alerts open alerts and those of the last hours, newest first
 * @param openAlerts how many are open
 * @param readings newest readings
 * @param parts the services SOAM stands on
 */
public record Home(
        Instant at,
        Instant lastReceivedAt,
        Instant averagesAsOf,
        String context,
        String problem,
        List<Kpi> kpis,
        List<Stage> stages,
        Card<AlertItem> alerts,
        int openAlerts,
        Card<ReadingRow> readings,
        Card<PartItem> parts) {

    /** What a snapshot says. */
    public static Home of(CitySnapshot city) {
        return new Home(
                city.at(),
                city.lastReceivedAt(),
                city.averages().asOf(),
                context(city),
                PartsCard.problem(city.parts()),
                Kpis.of(city),
                Stages.of(city),
                AlertCard.of(city.alerts()),
                AlertCard.open(city.alerts()),
                ReadingsCard.of(city),
                PartsCard.of(city));
    }

    /** What to show when nothing can be found out. */
    public static Home unavailable(Instant now, String problem) {
        return new Home(
                now,
                null,
                null,
                "No numbers now",
                problem,
                Kpis.unknown(),
                Stages.unknown(),
                Card.failed(problem),
                0,
                Card.failed(problem),
                Card.failed(problem));
    }

    private static String context(CitySnapshot city) {
        int sources = city.activeSources() + city.failingSources();
        return Formats.counted(sources, "source")
                + ", "
                + Formats.counted(city.streams(), "stream");
    }
}
