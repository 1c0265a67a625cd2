package io.soam.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class MetersTest {

    /** As WildFly's registry for deployments: another one behind it is what is exported. */
    private static final class DeploymentRegistry extends SimpleMeterRegistry {

        private final MeterRegistry parentRegistry = new SimpleMeterRegistry();
    }

    @Test
    void histogramIsInTheRegistryThatIsExported() {
        DeploymentRegistry registry = new DeploymentRegistry();
        DistributionSummary histogram =
                new Meters(registry).histogram("seconds", Tags.of("pod", "soam-0"), 1, 5);
        histogram.record(1);
        histogram.record(3);

        DistributionSummary exported = registry.parentRegistry.get("seconds").summary();
        assertThat(exported.takeSnapshot().histogramCounts())
                .extracting(CountAtBucket::bucket, CountAtBucket::count)
                .containsExactly(tuple(1d, 1d), tuple(5d, 2d));
    }
}
