package io.soam.sparkconnect;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One SELECT.
 *
 * @param sql Spark SQL with named parameters, such as {@code where time_start >= :since}
 * @param parameters values of the named parameters: texts, numbers, booleans, {@link
 *     java.time.Instant}s, and lists of these for {@code in (:ids)}
 * @param maxRows most rows to bring back
 * @param timeout after which the query is cancelled, on the server too
 */
public record LakeQuery(String sql, Map<String, Object> parameters, int maxRows, Duration timeout) {

    public LakeQuery {
        Objects.requireNonNull(sql, "A statement is required.");
        Objects.requireNonNull(timeout, "A timeout is required.");
        parameters = Map.copyOf(parameters);
    }
}
