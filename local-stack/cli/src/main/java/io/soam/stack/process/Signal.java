package io.soam.stack.process;

/** The signals that end a process. */
public enum Signal {
    /** Please end. */
    TERM,
    /** To PostgreSQL: end now, roll back what is open. */
    INT,
    /** End at once, like a crash. */
    KILL
}
