/**
 * From a bronze envelope to a silver row: admission, reading, normalising, and what becomes of a
 * message that cannot be refined. {@link io.soam.domain.enrichment.Enricher} is the entry.
 */
package io.soam.domain.enrichment;
