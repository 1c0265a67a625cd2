package io.soam.ingestion.boundary;

/**
 * What became of a {@link NewDataSource}.
 *
 * @param source the data source
 * @param created false if the very same was registered already
 */
public record CreatedDataSource(DataSourceView source, boolean created) {}
