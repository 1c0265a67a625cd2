package io.soam.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypeTest {

    @ParameterizedTest
    @CsvSource({
        "NULL, BOOLEAN, BOOLEAN",
        "BOOLEAN, INTEGER, INTEGER",
        "INTEGER, DOUBLE, DOUBLE",
        "UUID, STRING, STRING",
        "TIMESTAMP, STRING, STRING",
        "TIMESTAMP, UUID, STRING",
        "INTEGER, TIMESTAMP, STRING",
        "STRING, ARRAY, ARRAY",
        "ARRAY, OBJECT, OBJECT",
        "UUID, NULL, UUID"
    })
    void promotes(FieldType one, FieldType other, FieldType result) {
        assertThat(FieldType.promoted(one.bit() | other.bit())).isEqualTo(result);
    }

    @Property
    void moreTypesNeverLowerTheType(@ForAll FieldType[] types) {
        int bits = 0;
        FieldType last = FieldType.NULL;
        for (FieldType type : types) {
            bits |= type.bit();
            FieldType now = FieldType.promoted(bits);
            assertThat(now).isGreaterThanOrEqualTo(last);
            last = now;
        }
    }
}
