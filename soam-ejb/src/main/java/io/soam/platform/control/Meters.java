package io.soam.platform.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Meters that WildFly exports. Its registry for deployments passes on what is asked of it by name
 * and tags; what a builder of Micrometer registers in it is kept to itself and never seen.
 * Histograms with buckets can only be built, so ours are made of gauges.
 */
@ApplicationScoped
public class Meters {

    private final MeterRegistry registry;

    /** For the proxy of the application scope. */
    protected Meters() {
        this(null);
    }

    @Inject
    public Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The counter of that name and those tags; the exported name ends in {@code _total}. */
    public Counter counter(String name, Tags tags) {
        return registry.counter(name, tags);
    }

    /**
     * A new histogram, exported as {@code NAME_bucket}, {@code NAME_sum} and {@code NAME_count}.
     *
     * @param bounds upper bounds of the buckets, rising
     */
    public Histogram histogram(String name, Tags tags, double... bounds) {
        Histogram histogram = new Histogram(bounds);
        for (int i = 0; i <= bounds.length; i++) {
            int bucket = i;
            String le = i < bounds.length ? String.valueOf(bounds[i]) : "+Inf";
            registry.gauge(
                    name + "_bucket", tags.and("le", le), histogram, all -> all.cumulative(bucket));
        }
        registry.gauge(name + "_sum", tags, histogram, Histogram::sum);
        registry.gauge(name + "_count", tags, histogram, Histogram::count);
        return histogram;
    }
}
