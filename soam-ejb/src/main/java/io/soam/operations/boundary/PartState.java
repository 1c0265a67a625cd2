package io.soam.operations.boundary;

/**
 * One of the services that SOAM stands on.
 *
 * @param name such as {@code database}, {@code object_store}, {@code broker}, {@code keycloak},
 *     {@code graph} or {@code spark}
 * @param label the same for people, such as {@code Object store}
 * @param up whether it does its work
 * @param message what is wrong, what still works and what to do, in a sentence or two; a short fact
 *     such as its version or latency while it is up
 * @param millis how long the check took
 */
public record PartState(String name, String label, boolean up, String message, long millis) {}
