package io.soam.quarantine.boundary;

import jakarta.ejb.ApplicationException;

/** Quarantine cannot be read or changed now; the message says why and what to do. */
@ApplicationException(rollback = true)
public final class QuarantineUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String reason;

    /**
     * @param code for programs: {@code lake_unavailable}, {@code lake_busy} or {@code spool_busy}
     * @param message what happened and what to do, for people
     * @param reason what exactly happened
     */
    public QuarantineUnavailableException(String code, String message, String reason) {
        super(message);
        this.code = code;
        this.reason = reason;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return reason;
    }
}
