/** The configuration that the pipeline works with, and what its batches report. */
package io.soam.enrichment.control;
