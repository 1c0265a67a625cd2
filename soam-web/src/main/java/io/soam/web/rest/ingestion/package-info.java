/** Data sources and the newest messages of their streams. */
package io.soam.web.rest.ingestion;
