/** What the pipeline is doing. */
package io.soam.web.rest.enrichment;
