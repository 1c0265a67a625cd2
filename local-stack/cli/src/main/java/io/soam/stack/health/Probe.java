package io.soam.stack.health;

/** Asks a part, in its own protocol, whether it does its work. */
@FunctionalInterface
public interface Probe {

    /** False when the part does not answer or answers that it is not ready. */
    boolean passes();
}
