package io.soam.quarantine.control;

import java.util.HashMap;
import java.util.Map;

/**
 * A condition in SQL and the values of its parameters.
 *
 * @param sql what stands behind {@code where}
 * @param parameters values by name
 */
record SqlCondition(String sql, Map<String, Object> parameters) {

    SqlCondition {
        parameters = Map.copyOf(parameters);
    }

    static SqlCondition of(String sql) {
        return new SqlCondition(sql, Map.of());
    }

    static SqlCondition of(String sql, String name, Object value) {
        return new SqlCondition(sql, Map.of(name, value));
    }

    SqlCondition and(SqlCondition other) {
        return new SqlCondition(sql + " and " + other.sql, with(other.parameters));
    }

    /** All parameters and some more. */
    Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(more);
        return all;
    }
}
