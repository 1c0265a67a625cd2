package io.soam.sparkconnect;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * One UPDATE of a Delta table.
 *
 * @param sql Spark SQL with named parameters, such as {@code where batch_id = :batch}
 * @param parameters values of the named parameters, as in {@link LakeQuery}
 * @param timeout after which the command is cancelled, on the server too
 */
public record LakeCommand(String sql, Map<String, Object> parameters, Duration timeout) {

    public LakeCommand {
        Objects.requireNonNull(sql, "A statement is required.");
        Objects.requireNonNull(timeout, "A timeout is required.");
        parameters = Map.copyOf(parameters);
    }
}
