package io.soam.ingestion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * A kind of data source. Every CDI bean of this type is offered; there is no list to extend.
 *
 * <p>An implementation is stateless and makes a {@link Connector} for each data source that is
 * started.
 */
public interface ConnectorType {

    /** The name that data sources refer to, such as {@code mqtt}. */
    String name();

    /** What people see of it, and the schema of its configuration. */
    ConnectorDescription description();

    /**
     * Makes a connector for one data source. It must not touch the network yet.
     *
     * @throws InvalidSourceConfigurationException if the configuration cannot work
     */
    Connector connector(SourceContext context);

    /**
     * Whether a data source with this configuration runs on one replica at a time, because two
     * would bring every message twice. Otherwise it runs on every replica.
     */
    default boolean exclusive(JsonNode config) {
        return true;
    }

    /**
     * Tries a configuration out before it is saved: reaches the other side and brings a few
     * messages, which are shown and not stored. It must take nothing away from a running data
     * source, such as its session or its share of a subscription.
     *
     * @param config valid against the type's schema, secrets readable
     * @param limit longest time to take
     * @throws InvalidSourceConfigurationException if the configuration cannot work
     * @throws InterruptedException if the thread is interrupted
     */
    Trial trial(JsonNode config, Duration limit) throws InterruptedException;
}
