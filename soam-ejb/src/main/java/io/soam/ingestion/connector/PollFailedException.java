package io.soam.ingestion.connector;

import java.time.Duration;

/**
 * A poll that brought nothing. Its message tells the operator what is wrong and what to do; it must
 * be the same each time, because a changed one is logged anew.
 */
public final class PollFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /** It is tried again soon, and ever later. */
    public PollFailedException(String message, Throwable cause) {
        this(message, null, cause);
    }

    /**
     * It is not tried again before some time.
     *
     * @param pause that time; null if it is tried again soon, and ever later
     */
    public PollFailedException(String message, Duration pause, Throwable cause) {
        super(message, cause);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
