package io.soam.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LakeLayoutTest {

    @Test
    void bronzeObject_isPlacedByHourOfReceptionInUtc() {
        assertThat(
                        LakeLayout.bronzeObject(
                                "s_mqtt", Instant.parse("2026-11-24T23:59:59.999Z"), "1764-ab", 7))
                .isEqualTo(
                        "bronze/ingestion_id=s_mqtt/date=2026-11-24/hour=23/part-1764-ab-007.parquet");
    }
}
