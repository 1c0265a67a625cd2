/**
 * What a connector is. A kind of data source is one {@link
 * io.soam.ingestion.connector.ConnectorType}, found by CDI; adding one touches nothing else.
 */
package io.soam.ingestion.connector;
