/**
 * Writes bronze objects with parquet-hadoop alone: no Hadoop jar is needed at run time, and a row
 * costs less than 2 µs (docs/adr/0004).
 */
package io.soam.lake.parquet;
