package io.soam.schema.control;

import io.soam.schema.boundary.UnionField;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The type that holds a field of several datasets: boolean, else double for booleans and numbers,
 * else string. Nulls say nothing.
 */
final class UnionTypes {

    private static final String BOOLEAN = "boolean";
    private static final String DOUBLE = "double";
    private static final String STRING = "string";
    private static final Set<String> NUMBERS = Set.of(BOOLEAN, "integer", DOUBLE);

    private UnionTypes() {}

    static UnionField field(String name, List<String> types) {
        Set<String> known = new HashSet<>(types);
        known.remove("null");
        if (known.equals(Set.of(BOOLEAN))) {
            return new UnionField(name, BOOLEAN);
        }
        boolean numbers = !known.isEmpty() && NUMBERS.containsAll(known);
        return new UnionField(name, numbers ? DOUBLE : STRING);
    }
}
