package io.soam.batch.enrichment;

import java.util.Locale;

/** States of the Spark application. The application sets RUNNING itself; all others are ours. */
enum ApplicationState {
    STARTING,
    RUNNING,
    STOPPING,
    STOPPED,
    FAILED;

    static ApplicationState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
