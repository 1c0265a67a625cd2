package io.soam.sparkconnect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundSqlTest {

    @Test
    void valuesBecomeLiterals() {
        assertThat(
                        BoundSql.of(
                                "select * from t where at >= :since and n = :n and b = :b and d < :d",
                                Map.of(
                                        "since",
                                        Instant.parse("2026-11-24T10:00:00.123456Z"),
                                        "n",
                                        42L,
                                        "b",
                                        true,
                                        "d",
                                        1.5)))
                .isEqualTo(
                        "select * from t where at >= timestamp '2026-11-24T10:00:00.123456Z'"
                                + " and n = 42 and b = true and d < double('1.5')");
    }

    @Test
    void text_cannotLeaveItsLiteral() {
        assertThat(BoundSql.of("select :text", Map.of("text", "' or 1=1 -- $1 \\")))
                .isEqualTo("select decode(unhex('27206f7220313d31202d2d202431205c'), 'UTF-8')");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ':name'",
                "select 'it\\'s :name'",
                "select \":name\"",
                "select `a:name`",
                "select 1 -- :name",
                "select /* :name */ 1",
                "select '1'::int",
                "select $1 \\ 2"
            })
    void whatIsNoParameter_staysAsItIs(String sql) {
        assertThat(BoundSql.of(sql, Map.of("name", "value"))).isEqualTo(sql);
    }

    @Test
    void parameterWithoutValue_isRefused() {
        assertThatExceptionOfType(LakeQueryException.class)
                .isThrownBy(() -> BoundSql.of("select :since", Map.of()))
                .withMessageContaining("since");
    }

    @Test
    void aListBecomesItsItems_eachOfThemQuoted() {
        assertThat(
                        BoundSql.of(
                                "select * from t where id in (:ids) and n in (:numbers)",
                                Map.of("ids", List.of("a", "')"), "numbers", List.of(1L, 2L))))
                .isEqualTo(
                        "select * from t where id in (decode(unhex('61'), 'UTF-8'),"
                                + " decode(unhex('2729'), 'UTF-8')) and n in (1, 2)");
    }

    @Test
    void valueThatHasNoLiteral_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BoundSql.of("select :list", Map.of("list", List.of())))
                .withMessageContaining("No SQL literal");
    }
}
