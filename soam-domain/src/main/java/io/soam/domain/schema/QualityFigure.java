package io.soam.domain.schema;

/** What is counted to tell how good the data of a stream is. */
public enum QualityFigure {
    /** Messages. */
    RECORDS(0),
    /** Messages whose payload is no JSON object and no single JSON value. */
    UNREADABLE(1),
    /** Values that there would be if every object had every known field. */
    EXPECTED_VALUES(2),
    /** Values that there were, not counting null. */
    PRESENT_VALUES(3),
    /** Values whose type contradicts what the field mostly holds, such as a text among numbers. */
    TYPE_CONFLICTS(4),
    /** Messages that could be compared with an earlier one of the same sensor. */
    ORDER_CHECKED(5),
    /** Those of them whose time lies before the newest that the sensor has given. */
    OUT_OF_ORDER(6),
    /** Messages that had been received before. */
    DUPLICATES(7),
    /** Messages whose time lies more than a minute ahead of reception. */
    FUTURE_TIMES(8),
    /** Messages without a time. */
    MISSING_TIMES(9),
    /** Messages with a time that no notation explains. */
    UNPARSABLE_TIMES(10);

    static final int COUNT = values().length;

    private final int position;

    QualityFigure(int position) {
        this.position = position;
    }

    /** Its place in arrays and in what is stored; it must never change. */
    int position() {
        return position;
    }
}
