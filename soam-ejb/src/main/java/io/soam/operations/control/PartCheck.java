package io.soam.operations.control;

import java.time.Duration;

/**
 * Asks one of the services that SOAM stands on whether it does its work. Every CDI bean of this
 * type is asked.
 */
public interface PartCheck {

    /** How long an answer may take. */
    Duration LIMIT = Duration.ofSeconds(3);

    /** Which service. */
    Part part();

    /**
     * Asks.
     *
     * @return a short fact while all is well
     * @throws Exception if it does not do its work; the message says why
     */
    String check() throws Exception;
}
