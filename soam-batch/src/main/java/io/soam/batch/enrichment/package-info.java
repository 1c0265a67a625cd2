/**
 * The continuous enrichment as a Jakarta Batch job. Its one step launches the Spark application
 * (see {@code docs/pipeline-contract.md}) and stays with it: it reads the application's log and
 * heartbeat, launches it again when it fails, and stops it gracefully. One replica of the server at
 * a time does so, the one that holds a lock in the database; the others wait for it. What the
 * application does to the lake is none of this package's business.
 */
package io.soam.batch.enrichment;
