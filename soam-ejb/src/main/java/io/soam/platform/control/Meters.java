package io.soam.platform.control;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.reflect.Field;

/**
 * Meters that WildFly exports. Its registry for deployments passes on what is asked of it by name
 * and tags; what a builder of Micrometer registers in it is kept to itself and never seen.
 */
@ApplicationScoped
public class Meters {

    private static final String REGISTRY_BEHIND = "parentRegistry";

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
     * The histogram of that name and those tags, exported as {@code NAME_bucket}, {@code NAME_sum}
     * and {@code NAME_count}.
     *
     * @param bounds upper bounds of the buckets, rising
     */
    public DistributionSummary histogram(String name, Tags tags, double... bounds) {
        return DistributionSummary.builder(name)
                .tags(tags)
                .serviceLevelObjectives(bounds)
                .register(exported());
    }

    /**
     * Buckets can only be built, so a histogram must be registered in the registry behind the one
     * that WildFly gives to deployments. WildFly 39 has no other way to it.
     */
    private MeterRegistry exported() {
        try {
            Field behind = registry.getClass().getDeclaredField(REGISTRY_BEHIND);
            behind.setAccessible(true);
            return (MeterRegistry) behind.get(registry);
        } catch (NoSuchFieldException e) {
            // Any registry but WildFly's for deployments exports what is built.
            return registry;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A field that was made accessible", e);
        }
    }
}
