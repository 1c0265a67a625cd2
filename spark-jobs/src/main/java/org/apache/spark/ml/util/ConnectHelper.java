package org.apache.spark.ml.util;

import org.apache.spark.sql.SparkSession;

/**
 * Stands in for the class of spark-mllib that Spark Connect creates when a session ends; without it
 * every session would linger on the server. Machine learning over Connect is not possible with it.
 */
public class ConnectHelper {

    public ConnectHelper(SparkSession session) {}
}
