package io.soam.operations.control;

import io.soam.operations.boundary.PartState;
import io.soam.operations.boundary.ReadinessReport;
import io.soam.platform.control.Background;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Asks all parts, at the same time, and keeps the report for a moment. */
@ApplicationScoped
public class Readiness {

    private static final Duration KEPT = Duration.ofSeconds(2);

    @Inject @Any Instance<PartCheck> beans;
    @Inject Clock clock;
    @Inject Background background;

    private List<LimitedCheck> checks;
    private volatile ReadinessReport last;

    @PostConstruct
    void prepare() {
        checks =
                beans.stream()
                        .map(check -> new LimitedCheck(check, background.executor(), clock))
                        .sorted(Comparator.comparing(LimitedCheck::part))
                        .toList();
    }

    /** The report; at most two seconds old. */
    public ReadinessReport report() {
        return report(KEPT);
    }

    /** The report; asked anew if it is older than it may be. */
    public synchronized ReadinessReport report(Duration oldest) {
        ReadinessReport kept = last;
        if (kept != null && kept.checkedAt().isAfter(clock.instant().minus(oldest))) {
            return kept;
        }
        last = ask();
        return last;
    }

    /** The last report; null before the first. */
    public ReadinessReport known() {
        return last;
    }

    private ReadinessReport ask() {
        Instant at = clock.instant();
        checks.forEach(LimitedCheck::ask);
        List<PartState> parts = new ArrayList<>();
        try {
            for (LimitedCheck check : checks) {
                parts.add(check.answer());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the parts", e);
        }
        return new ReadinessReport(parts.stream().allMatch(PartState::up), at, parts);
    }
}
