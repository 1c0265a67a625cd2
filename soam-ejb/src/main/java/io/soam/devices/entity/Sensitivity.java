package io.soam.devices.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may see what a device reports. */
public enum Sensitivity {
    /** Everyone who is signed in. */
    PUBLIC,
    /** Users and administrators. */
    INTERNAL,
    /** Administrators. */
    CONFIDENTIAL,
    /** Administrators. */
    RESTRICTED;

    /** The name that the database and the API carry. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only an administrator may give or take this level. */
    public boolean isForAdministrators() {
        return this == CONFIDENTIAL || this == RESTRICTED;
    }

    /** The level of that name. */
    public static Optional<Sensitivity> of(String code) {
        return Stream.of(values()).filter(level -> level.code().equals(code)).findFirst();
    }
}
