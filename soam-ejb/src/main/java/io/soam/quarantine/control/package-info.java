/** The table in the lake, and the way back into ingestion. */
package io.soam.quarantine.control;
