package io.soam.web.home;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a card can show. */
public enum CardState {
    /** Nothing is known yet. */
    LOADING,
    /** There is nothing. */
    EMPTY,
    /** What there is now. */
    READY,
    /** The last that was known. */
    STALE,
    /** Nothing could be found out. */
    ERROR;

    /** As the page names it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As EL reads it. */
    public String getCode() {
        return code();
    }
}
