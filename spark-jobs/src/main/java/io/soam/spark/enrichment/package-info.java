/**
 * Refines bronze into silver and gold, micro-batch by micro-batch. {@link
 * io.soam.spark.enrichment.EnrichmentMain} is what is launched.
 *
 * <p>Exactly once: a batch's objects and configuration are fixed in the catalogue before anything
 * is written, each table takes a batch's commit once ({@code txnVersion} is the batch id), gold is
 * made of the batch's silver rows, and redelivered messages are known by their ids. So a process
 * may be killed at any moment; its successor repeats the open batch.
 */
package io.soam.spark.enrichment;
