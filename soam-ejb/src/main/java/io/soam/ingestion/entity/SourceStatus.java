package io.soam.ingestion.entity;

import java.util.Locale;

/** State of a data source. */
public enum SourceStatus {
    /** Registered, never started. */
    INACTIVE,
    /** Started, waiting for the other side. */
    CONNECTING,
    /** Connected. */
    ACTIVE,
    /** Not connected; tried again. */
    ERROR,
    /** Stopped by someone. */
    STOPPED;

    /** The name that the database and the API carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status that has a code. */
    public static SourceStatus ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
