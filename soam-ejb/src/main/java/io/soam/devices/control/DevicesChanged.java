package io.soam.devices.control;

/**
 * Which streams may enter silver has changed. Fired in the transaction of the change.
 *
 * @param by who changed it
 * @param what one line for the history, such as {@code device 7 registered}
 */
public record DevicesChanged(String by, String what) {}
