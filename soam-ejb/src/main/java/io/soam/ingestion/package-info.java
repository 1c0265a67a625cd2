/**
 * Takes messages over from data sources, once and for good: a message is acknowledged to its sender
 * only after it lies on stable storage in the {@linkplain io.soam.ingestion.spool spool}, from
 * where the lake component moves it to bronze.
 *
 * <p>It does not look into messages further than their time; reading and cleaning them is
 * enrichment (docs/adr/0004).
 */
package io.soam.ingestion;
