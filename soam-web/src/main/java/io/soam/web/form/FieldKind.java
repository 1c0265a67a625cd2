package io.soam.web.form;

import java.util.Locale;

/** How a setting is entered. */
public enum FieldKind {
    /** One line. */
    TEXT,
    /** One line that is never shown again. */
    SECRET,
    /** Several lines, such as a certificate. */
    LINES,
    /** Several lines that are never shown again, such as a private key. */
    SECRET_LINES,
    /** A whole number. */
    WHOLE,
    /** Any number. */
    NUMBER,
    /** Yes or no. */
    SWITCH,
    /** One of a few. */
    CHOICE,
    /** Any number of texts. */
    LIST,
    /** Names, each with a text. */
    ENTRIES,
    /** Anything else: JSON as text. */
    JSON;

    /** As pages and style sheets name it. */
    public String getCode() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isSecret() {
        return this == SECRET || this == SECRET_LINES;
    }
}
