package io.soam.batch.enrichment;

import java.util.Locale;

/**
 * States of the Spark application. It sets them itself while it lives; what its death and its
 * launch mean is ours to say.
 */
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
