/** What ingestion does: taking messages in, previews, counters, the running connectors. */
package io.soam.ingestion.control;
