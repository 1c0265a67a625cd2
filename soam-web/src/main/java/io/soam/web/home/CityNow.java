package io.soam.web.home;

import io.soam.answers.boundary.Answer;
import io.soam.answers.boundary.TemperatureAverage;
import io.soam.answers.boundary.Temperatures;
import io.soam.operations.boundary.CitySnapshot;
import io.soam.operations.boundary.Operations;
import io.soam.web.WebLog;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** What the city is doing now, for the page and for the browser that has it open. */
@ApplicationScoped
public class CityNow {

    private static final String UNAVAILABLE =
            "The state of the city cannot be read now. It is tried again every few seconds; data"
                    + " that sensors send is still taken in.";

    @Inject Operations operations;

    @Inject Temperatures temperatures;

    @Inject Clock clock;

    private record Shown(Instant at, Home home) {}

    private final AtomicReference<Shown> newest = new AtomicReference<>();

    /** Everything the page shows, or why it shows nothing. */
    public Home home() {
        try {
            return shown(operations.cityNow());
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            WebLog.LOG.pageWithoutData(e);
            return Home.unavailable(clock.instant(), UNAVAILABLE);
        }
    }

    /**
     * The chart of average temperatures.
     *
     * @param chosen the sensors to draw; empty for the first ones by name
     */
    public TemperatureChart temperatures(TimeRange range, Set<String> chosen) {
        try {
            return chart(range, chosen);
        } catch (EJBAccessException e) {
            throw e;
        } catch (EJBException e) {
            WebLog.LOG.pageWithoutData(e);
            Answer<TemperatureAverage> none = new Answer<>(List.of(), null, UNAVAILABLE);
            return TemperatureChart.of(none, range.length(), clock.instant(), 0, chosen);
        }
    }

    /**
     * Snapshots are taken every second or two; what they say is put in words once for all pages.
     */
    private Home shown(CitySnapshot city) {
        Shown kept = newest.get();
        if (kept != null && kept.at().equals(city.at())) {
            return kept.home();
        }
        Home home = Home.of(city);
        newest.set(new Shown(city.at(), home));
        return home;
    }

    private TemperatureChart chart(TimeRange range, Set<String> chosen) {
        CitySnapshot city = operations.cityNow();
        Answer<TemperatureAverage> averages =
                range == TimeRange.DAY
                        ? temperatures.averages((int) range.getMinutes())
                        : city.averages();
        return TemperatureChart.of(
                averages, range.length(), clock.instant(), city.threshold(), chosen);
    }
}
