package io.soam.ingestion.connector;

import java.time.Duration;

/**
 * What the other side keeps for a data source while no connector of it is connected.
 *
 * @param name tells it from all others of the same data source; the same on every server that would
 *     use the same one
 * @param lifetime after so long without a connection the other side drops it by itself
 */
public record KeptSession(String name, Duration lifetime) {}
