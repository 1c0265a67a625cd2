package io.soam.stack.part;

/** Something the person at the terminal must know: the message says what, why and where to look. */
public class StackException extends Exception {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
