package io.soam.stack.run;

/**
 * What {@code ./soam status} tells of a part.
 *
 * @param pid null when it does not run
 * @param state {@code running}, {@code starting} (runs but does not answer yet), {@code died} or
 *     {@code stopped}
 * @param port null when it listens on none
 * @param memoryBytes resident, children included; 0 when it does not run
 */
public record PartStatus(String name, Long pid, String state, Integer port, long memoryBytes) {}
