/**
 * The Spark applications of SOAM, one package per job: {@code XxxMain} reads arguments, {@code
 * XxxJob} takes typed options, transforms are static functions from dataset to dataset. What a
 * message becomes is decided in {@code io.soam.domain}; here is only what moves the rows.
 *
 * <p>{@code target/spark-home} is the Spark runtime, assembled from Maven artifacts; {@code
 * target/soam-spark-jobs.jar} is what is submitted to it. docs/pipeline-contract.md says how
 * WildFly launches the application and what the two exchange.
 */
package io.soam.spark;
