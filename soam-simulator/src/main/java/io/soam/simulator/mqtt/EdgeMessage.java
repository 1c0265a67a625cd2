package io.soam.simulator.mqtt;

/**
 * A message on its way to the broker.
 *
 * @param number rising; unique among the messages that wait
 * @param topic where it is published
 * @param payload text, sent as UTF-8
 */
record EdgeMessage(long number, String topic, String payload) {}
