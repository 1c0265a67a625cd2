package io.soam.spark.enrichment;

/** Where a message goes; the value of the column {@code kind} while a batch is refined. */
enum Kind {
    SILVER,
    UNREADABLE,
    WAITING;

    String code() {
        return name();
    }
}
