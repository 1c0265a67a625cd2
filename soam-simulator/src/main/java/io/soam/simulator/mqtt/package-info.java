/**
 * How simulated sensors reach an MQTT broker, as an edge device does: readings wait in a bounded
 * buffer, in order, until the broker has acknowledged them, also over a restart of the device.
 */
package io.soam.simulator.mqtt;
