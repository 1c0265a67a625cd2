/**
 * Data sources of type {@code http_push}: senders that send to SOAM by themselves, see
 * docs/adr/0012. What they send is taken only as a whole, and answered when it is durable.
 */
package io.soam.ingestion.push;
