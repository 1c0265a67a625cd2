/** Writes bronze objects with parquet-hadoop alone: no Hadoop jar is needed at run time. */
package io.soam.lake.parquet;
