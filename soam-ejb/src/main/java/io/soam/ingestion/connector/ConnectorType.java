package io.soam.ingestion.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

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

    /**
     * What the other side keeps from one connection of this data source to the next. It is noted
     * before a connector starts and {@link #end ended} when nobody is to use it any more.
     *
     * @throws InvalidSourceConfigurationException if the configuration cannot work
     */
    default Optional<KeptSession> session(SourceScope source) {
        return Optional.empty();
    }

    /**
     * Brings the messages that wait in a session that nobody is to use any more, until no more
     * come. No connector uses it.
     *
     * @param source as it was when the session was in use
     * @throws SessionNotEndedException if that is to be tried again
     * @throws InterruptedException if the thread is interrupted
     */
    default void drain(SourceScope source, Duration limit)
            throws SessionNotEndedException, InterruptedException {}

    /**
     * Ends a session, with whatever waits in it. Returns when the other side has confirmed; doing
     * it twice does no harm.
     *
     * @param source as it was when the session was in use
     * @throws SessionNotEndedException if that is to be tried again
     * @throws InterruptedException if the thread is interrupted
     */
    default void end(SourceScope source) throws SessionNotEndedException, InterruptedException {}
}
