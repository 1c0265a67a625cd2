/**
 * Simulated sensors that send to an MQTT broker as an edge device would: readings wait in a bounded
 * buffer, in order, until the broker has acknowledged them. The values follow from a seed and the
 * time of day, so that a run can be repeated.
 *
 * <p>Knows nothing of the platform that listens on the other side of the broker.
 */
package io.soam.simulator;
