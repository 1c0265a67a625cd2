package io.soam.quarantine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.soam.quarantine.boundary.QuarantineFilter;
import io.soam.quarantine.boundary.UnknownQuarantinedMessageException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarantineConditionsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static QuarantineFilter filter(String stream, String text) {
        return new QuarantineFilter(null, stream, null, null, null, null, text, null);
    }

    @Test
    void nothingAskedFor_isEverything() {
        SqlCondition condition = QuarantineConditions.of(QuarantineFilter.any());

        assertThat(condition.sql()).isEqualTo("true");
        assertThat(condition.parameters()).isEmpty();
    }

    @Test
    void whatUsersTypeIsAParameter() {
        String hostile = "'; drop table x --";

        SqlCondition condition = QuarantineConditions.of(filter(hostile, hostile));

        assertThat(condition.sql()).doesNotContain("drop");
        assertThat(condition.parameters())
                .containsEntry("stream", hostile)
                .containsEntry("text", hostile);
    }

    @Test
    void anAsteriskAtTheEndMeansABeginning() {
        assertThat(QuarantineConditions.of(filter("abc_*", null)))
                .isEqualTo(
                        new SqlCondition(
                                "true and startswith(ingestion_id, :stream)",
                                java.util.Map.of("stream", "abc_")));
        assertThat(QuarantineConditions.of(filter("abc_", null)).sql())
                .isEqualTo("true and ingestion_id = :stream");
    }

    @Test
    void aRangeSkipsPartitionsToo() {
        SqlCondition condition =
                QuarantineConditions.of(
                        new QuarantineFilter(null, null, null, null, NOON, NOON, null, null));

        assertThat(condition.sql())
                .contains("received_date >= to_date(:from)")
                .contains("received_date <= to_date(:until)")
                .contains("coalesce(received_at, quarantined_at) < :until");
    }

    @Test
    void theIdDecidesBetweenEquals() {
        assertThat(QuarantineConditions.order("-reason"))
                .isEqualTo("reason desc nulls last, " + RowId.SQL);
        assertThat(QuarantineConditions.order(null))
                .startsWith("coalesce(received_at, quarantined_at) desc");
    }

    @Test
    void idsAreFoundByTheirBatches() {
        String one = "0".repeat(32) + "-17";
        String other = "f".repeat(32) + "-17";

        SqlCondition condition = RowId.among(List.of(one, other, one));

        assertThat(condition.parameters())
                .containsEntry("batches", List.of(17L))
                .containsEntry("ids", List.of(one, other));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "17", "../../etc/passwd", "00-1", "0000000000000000000000000000000g-1"})
    void whatIsNoIdIsUnknown(String text) {
        assertThatExceptionOfType(UnknownQuarantinedMessageException.class)
                .isThrownBy(() -> RowId.of(text));
    }
}
