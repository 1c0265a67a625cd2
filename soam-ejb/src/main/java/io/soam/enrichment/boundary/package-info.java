/** What users may ask of the pipeline. */
package io.soam.enrichment.boundary;
