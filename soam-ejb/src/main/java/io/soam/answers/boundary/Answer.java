package io.soam.answers.boundary;

import java.time.Instant;
import java.util.List;

/**
 * Rows out of the lake, and how old they are.
 *
 * @param rows the rows; the last known ones when {@code staleReason} is set
 * @param asOf when the lake said so; null if it has never been asked successfully
 * @param staleReason why the rows are not fresh, for people; null while they are
 * @param <T> a row
 */
public record Answer<T>(List<T> rows, Instant asOf, String staleReason) {

    public Answer {
        rows = List.copyOf(rows);
    }

    public boolean isStale() {
        return staleReason != null;
    }
}
