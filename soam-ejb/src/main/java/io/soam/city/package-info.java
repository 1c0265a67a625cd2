/**
 * The city graph: buildings, sensors and how they hang together, in Neo4j through Neo4j-OGM.
 * Nothing else depends on it: without the graph messages still travel and answers are still given.
 */
package io.soam.city;
