/**
 * Devices that are not there, for demonstrations and tests. They speak the real protocols: MQTT
 * with an edge buffer, a REST API, CoAP; and recorded messages can be replayed. What they tell
 * follows from a seed and the time, so that a run can be repeated.
 *
 * <p>Knows nothing of the platform that listens on the other side, save for how its REST API
 * registers a data source.
 */
package io.soam.simulator;
