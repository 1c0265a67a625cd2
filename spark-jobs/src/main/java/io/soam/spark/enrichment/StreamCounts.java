package io.soam.spark.enrichment;

import java.io.Serializable;

/** What became of the messages of one stream; the names are those of the report. */
record StreamCounts(long silver, long quarantined, long waiting) implements Serializable {

    static final StreamCounts NONE = new StreamCounts(0, 0, 0);

    static StreamCounts one(Kind kind) {
        return of(kind, 1);
    }

    static StreamCounts of(Kind kind, long messages) {
        return switch (kind) {
            case SILVER -> new StreamCounts(messages, 0, 0);
            case UNREADABLE -> new StreamCounts(0, messages, 0);
            case WAITING -> new StreamCounts(0, 0, messages);
        };
    }

    StreamCounts plus(StreamCounts other) {
        return new StreamCounts(
                silver + other.silver, quarantined + other.quarantined, waiting + other.waiting);
    }
}
