package io.soam.ingestion.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SilentSubscriptionTest {

    private final SilentSubscription subscription = new SilentSubscription();

    @Test
    void aSilentOneIsRenewedSoon_thenEveryMinute() {
        assertThat(dueTicks(30, 0)).containsExactly(1, 2, 4, 8, 14, 20, 26);
    }

    @Test
    void whatComesBeginsAnew() {
        dueTicks(20, 0);

        assertThat(subscription.isDue(5)).isFalse();
        assertThat(dueTicks(4, 5)).containsExactly(1, 2, 4);
    }

    @Test
    void aBusyOneIsLeftAlone() {
        assertThat(IntStream.rangeClosed(1, 50).filter(subscription::isDue)).isEmpty();
    }

    private List<Integer> dueTicks(int ticks, long count) {
        return IntStream.rangeClosed(1, ticks)
                .filter(tick -> subscription.isDue(count))
                .boxed()
                .toList();
    }
}
