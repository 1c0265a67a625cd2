package io.soam.ingestion.connector;

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
}
