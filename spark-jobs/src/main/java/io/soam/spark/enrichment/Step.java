package io.soam.spark.enrichment;

import java.util.Locale;

/** The steps of a batch, in their order. */
enum Step {
    PLAN,
    IDENTIFY,
    SILVER,
    QUARANTINE,
    AVERAGES,
    ALERTS,
    COMMIT;

    /** The name that the report carries. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
