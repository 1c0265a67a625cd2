package io.soam.lake.control;

/** A segment's own content keeps it from becoming objects; neither store nor disk is to blame. */
final class UnconvertibleSegmentException extends Exception {

    private static final long serialVersionUID = 1L;

    UnconvertibleSegmentException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
