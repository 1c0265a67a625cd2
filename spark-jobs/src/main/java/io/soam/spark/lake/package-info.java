/** The tables of the lake as Spark sees them: columns, places, transactions. */
package io.soam.spark.lake;
