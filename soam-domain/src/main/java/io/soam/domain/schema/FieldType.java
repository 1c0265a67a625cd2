package io.soam.domain.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Type of a value, and of a field that has had several. In the order of the constants the later one
 * wins; texts of different types are just strings.
 */
public enum FieldType {
    NULL(0, null),
    BOOLEAN(1, Family.BOOLEAN),
    INTEGER(2, Family.NUMBER),
    DOUBLE(3, Family.NUMBER),
    TIMESTAMP(4, Family.TEXT),
    UUID(5, Family.TEXT),
    STRING(6, Family.TEXT),
    ARRAY(7, Family.ARRAY),
    OBJECT(8, Family.OBJECT);

    /** Types between which a field may change without one contradicting the other. */
    enum Family {
        BOOLEAN,
        NUMBER,
        TEXT,
        ARRAY,
        OBJECT
    }

    static final int COUNT = values().length;

    private static final FieldType[] ALL = values();

    private final int position;
    private final Family family;

    FieldType(int position, Family family) {
        this.position = position;
        this.family = family;
    }

    /** The family; null for {@link #NULL}, which contradicts nothing. */
    Family family() {
        return family;
    }

    /** Its place in arrays, sets of bits and in what is stored; it must never change. */
    int position() {
        return position;
    }

    int bit() {
        return 1 << position;
    }

    static FieldType at(int position) {
        return ALL[position];
    }

    /** The types whose bits are set. */
    static List<FieldType> of(int bits) {
        List<FieldType> types = new ArrayList<>();
        for (FieldType type : ALL) {
            if ((bits & type.bit()) != 0) {
                types.add(type);
            }
        }
        return types;
    }

    /**
     * The type that can hold values of all types whose bits are set: integer and double make
     * double, uuid or timestamp and anything else that is no container make string.
     */
    static FieldType promoted(int bits) {
        int known = bits & ~NULL.bit();
        if (known == 0) {
            return NULL;
        }
        FieldType highest = ALL[Integer.SIZE - 1 - Integer.numberOfLeadingZeros(known)];
        boolean alone = known == highest.bit();
        return highest.family == Family.TEXT && !alone ? STRING : highest;
    }

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
