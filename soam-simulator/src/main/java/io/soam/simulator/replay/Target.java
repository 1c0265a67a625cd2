package io.soam.simulator.replay;

/** Where replayed messages go. */
interface Target {

    /** Takes a message; waits while too many are under way. */
    void send(String topic, String payload) throws InterruptedException;
}
