package io.soam.spark.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final MovableClock clock = new MovableClock();

    @Test
    void messagesAreForgottenAnHourAfterTheyWereRefined() {
        RecentMessages recent = recent(1_000);
        recent.addAll(new long[] {1, 2}, NOON);
        clock.now = NOON.plusSeconds(3_600);
        recent.addAll(new long[] {3, 4}, clock.now);
        assertThat(recent.contains(1, 2)).isTrue();
        clock.now = NOON.plusSeconds(3_600 + 1_200);
        recent.addAll(new long[] {5, 6}, clock.now);
        assertThat(recent.contains(1, 2)).isFalse();
        assertThat(recent.contains(3, 4)).isTrue();
        assertThat(recent.contains(2, 1)).isFalse();
    }

    @Test
    void aClockThatIsAheadMakesNothingOld() {
        RecentMessages recent = recent(1_000);
        recent.addAll(new long[] {1, 2}, NOON);
        recent.addAll(new long[] {3, 4}, NOON.plus(Duration.ofDays(400)));
        recent.addAll(new long[] {5, 6}, NOON);
        assertThat(recent.contains(1, 2)).isTrue();
        assertThat(recent.contains(3, 4)).isTrue();
        clock.now = NOON.plus(Duration.ofHours(2));
        recent.addAll(new long[] {7, 8}, clock.now);
        assertThat(recent.contains(3, 4)).isFalse();
    }

    @Test
    void whatHasJustBeenAddedIsKept() {
        RecentMessages recent = recent(2);
        recent.addAll(new long[] {1, 1, 2, 2}, NOON);
        recent.addAll(new long[] {3, 3, 4, 4}, NOON.minus(Duration.ofDays(1)));
        assertThat(recent.contains(3, 3)).isTrue();
        assertThat(recent.contains(1, 1)).isTrue();
        recent.addAll(new long[] {5, 5}, NOON);
        assertThat(recent.contains(3, 3)).isFalse();
        assertThat(recent.contains(1, 1)).isTrue();
    }

    @Test
    void theOldestAreForgottenFirstWhenThereAreTooMany() {
        RecentMessages recent = recent(2);
        recent.addAll(new long[] {1, 1, 2, 2}, NOON);
        clock.now = NOON.plusSeconds(600);
        recent.addAll(new long[] {3, 3}, clock.now);
        assertThat(recent.contains(1, 1)).isFalse();
        assertThat(recent.contains(3, 3)).isTrue();
        assertThat(recent.size()).isEqualTo(1);
    }

    private RecentMessages recent(long maxIds) {
        return new RecentMessages(Duration.ofHours(1), maxIds, clock);
    }

    @Test
    void aSetKnowsExactlyWhatWasAdded() {
        IdSet ids = new IdSet();
        Random random = new Random(7);
        Set<UUID> expected = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            // Few different halves, so that ids differ in one half only.
            UUID id = new UUID(random.nextInt(200), random.nextInt(200));
            assertThat(ids.add(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                    .isEqualTo(expected.add(id));
        }
        assertThat(ids.size()).isEqualTo(expected.size());
        for (long high = 0; high < 200; high++) {
            for (long low = 0; low < 200; low++) {
                assertThat(ids.contains(high, low))
                        .isEqualTo(expected.contains(new UUID(high, low)));
            }
        }
    }

    @Test
    void idsThatAreNotHexadecimalAreDigested() {
        long[] bits = new long[4];
        MessageIdBits.write("ffffffffffffffff0000000000000001", bits, 0);
        MessageIdBits.write("an id of another kind", bits, 2);
        assertThat(bits).startsWith(-1, 1);
        assertThat(bits[2]).isNotZero();
    }

    private static final class MovableClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
