/**
 * Data sources of type {@code rest_api}: web addresses that are fetched again and again, through
 * OkHttp.
 *
 * <p>Whoever may register a data source makes this server send requests. {@link
 * io.soam.ingestion.rest.TargetGuard} keeps them out of the server's own network, see
 * docs/adr/0012.
 */
package io.soam.ingestion.rest;
