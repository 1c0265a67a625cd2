package io.soam.bench;

import java.time.Duration;

/**
 * What is sent in one step.
 *
 * @param rate messages a second
 * @param duration how long
 * @param devices senders of numbered messages
 * @param topics topics that they send to
 * @param payload bytes of a message
 * @param qos MQTT quality of service
 */
record Load(int rate, Duration duration, int devices, int topics, int payload, int qos) {

    private static final double NANOS = 1e9;

    int messages() {
        return Math.toIntExact(Math.multiplyExact((long) rate, duration.toSeconds()));
    }

    /** When a message is to be sent, in nanoseconds from the begin of the step. */
    long dueNanos(int number) {
        return (long) (number * NANOS / rate);
    }

    /** How many messages are to have been sent by then. */
    int due(long nanos) {
        return (int) Math.min(messages(), (long) (nanos * rate / NANOS) + 1);
    }

    int device(int number) {
        return number % devices;
    }

    int topic(int number) {
        return device(number) % topics;
    }
}
