/**
 * Schema metadata: what arrives in each stream, in what shape and of what quality.
 *
 * <p>It is computed from the segments of the spool when they become objects of bronze, and kept in
 * the transaction that registers them, so that totals are exact whatever crashes; the receiving
 * thread pays nothing. It does not clean, refuse or change a message: enrichment and quarantine do.
 */
package io.soam.schema;
