package io.soam.web.home;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Behind {@code index.xhtml}. */
@Named
@RequestScoped
public class HomeView {

    @Inject CityNow city;

    private Home home;
    private String range;

    @PostConstruct
    void load() {
        home = city.home();
    }

    public Home getHome() {
        return home;
    }

    /** The range as it stands in the address. */
    public String getRange() {
        return TimeRange.of(range).getCode();
    }

    public void setRange(String range) {
        this.range = range;
    }

    /** Ranges to choose from. */
    public List<TimeRange> getRanges() {
        return List.of(TimeRange.values());
    }
}
