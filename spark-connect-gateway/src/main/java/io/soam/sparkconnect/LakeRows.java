package io.soam.sparkconnect;

import java.util.List;

/**
 * The answer to a {@link LakeQuery}.
 *
 * @param columns names in the order of the SELECT
 * @param rows values in the order of the columns: texts, boxed numbers, booleans, {@link
 *     java.time.Instant}, {@link java.time.LocalDate}, lists, maps or null
 * @param truncated whether there were more rows than asked for
 */
public record LakeRows(List<String> columns, List<List<Object>> rows, boolean truncated) {

    /** Position of a column. */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No column '" + name + "' in " + columns);
        }
        return index;
    }
}
