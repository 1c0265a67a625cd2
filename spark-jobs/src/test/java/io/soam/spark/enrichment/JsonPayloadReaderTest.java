package io.soam.spark.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.soam.domain.enrichment.PayloadReader;
import io.soam.domain.enrichment.QuarantineReason;
import io.soam.domain.enrichment.UnreadablePayloadException;
import io.soam.domain.rules.Fields;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPayloadReaderTest {

    private final PayloadReader reader = new JsonPayloadReader();

    private List<String> read(String payload) throws UnreadablePayloadException {
        Fields fields = new Fields();
        reader.read(payload, fields);
        List<String> pairs = new ArrayList<>();
        fields.forEach((path, text) -> pairs.add(path + "=" + text));
        return pairs;
    }

    private QuarantineReason reason(String payload) {
        UnreadablePayloadException e =
                catchThrowableOfType(
                        UnreadablePayloadException.class, () -> reader.read(payload, new Fields()));
        assertThat(e).hasMessageNotContaining("\n");
        return e.reason();
    }

    @Test
    void valuesKeepTheirText() throws Exception {
        assertThat(read("{\"a\":1.50,\"b\":\"x\\n\\u00e9\",\"c\":true,\"d\":1E3,\"e\":null}"))
                .containsExactly("a=1.50", "b=x\né", "c=true", "d=1E3");
    }

    @Test
    void objectsAreFlattenedAndArraysKept() throws Exception {
        assertThat(read(" {\"é\":[1, {\"x\":[]}] , \"o\":{\"p\":{\"q\":2}},\"z\":0}"))
                .containsExactly("é=[1, {\"x\":[]}]", "o.p.q=2", "z=0");
    }

    @Test
    void arraysOfLongPayloadsAreFound() throws Exception {
        String filler = "ü".repeat(100_000);
        assertThat(read("{\"f\":\"" + filler + "\",\"l\":[1,2]}"))
                .containsExactly("f=" + filler, "l=[1,2]");
    }

    @Test
    void duplicateNamesAreBothHandedOn() throws Exception {
        assertThat(read("{\"a\":1,\"a\":2}")).containsExactly("a=1", "a=2");
    }

    @ParameterizedTest
    @CsvSource({"42,value=42", "true,value=true", "'\"text\"',value=text"})
    void aBareScalarIsOneField(String payload, String field) throws Exception {
        assertThat(read(payload)).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":1} x",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":01}",
                "// c\n{}",
                "{\"a\":\"\u0001\"}"
            })
    void whatIsNotJsonIsMalformed(String payload) {
        assertThat(reason(payload)).isEqualTo(QuarantineReason.MALFORMED_JSON);
    }

    @Test
    void tooMuchIsTooComplex() {
        StringBuilder fields = new StringBuilder("{\"f\":0");
        for (int i = 0; i < PayloadReader.MAX_FIELDS; i++) {
            fields.append(",\"f").append(i).append("\":0");
        }
        assertThat(reason(fields.append('}').toString())).isEqualTo(QuarantineReason.TOO_COMPLEX);
        assertThat(reason("{\"a\":".repeat(65) + "1" + "}".repeat(65)))
                .isEqualTo(QuarantineReason.TOO_COMPLEX);
        assertThat(reason("{\"a\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"))
                .isEqualTo(QuarantineReason.TOO_COMPLEX);
        assertThat(reason("{\"a\":" + "1".repeat(2_000) + "}"))
                .isEqualTo(QuarantineReason.TOO_COMPLEX);
    }
}
