/**
 * SQL over the lake for classes that must not see Spark: every type here is made of JDK types. The
 * jar is part of the WildFly module {@code io.soam.spark-connect}, beside Spark's client and its
 * Scala, gRPC and Jackson, none of which the module exports.
 */
package io.soam.sparkconnect;
