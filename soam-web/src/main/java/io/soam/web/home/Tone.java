package io.soam.web.home;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How something is doing; always shown as a shape and a word as well. */
public enum Tone {
    OK,
    WARN,
    BAD,
    IDLE;

    /** As the style sheet names it. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As EL reads it. */
    public String getCode() {
        return code();
    }
}
