package io.soam.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.ingestion.connector.JsonSlices.MissingPathException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSlicesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "[{\"a\":1.10}, {\"b\" : \"ü]}\"} ,3,\"x\",null,[]] | - | {\"a\":1.10};{\"b\" : \"ü]}\"};3;\"x\";null;[]",
                "  {\"a\":[1,2]}\t | - | {\"a\":[1,2]}",
                "21.50 | - | 21.50",
                "-1e5  | - | -1e5",
                "\"text\" | - | \"text\"",
                "null | - | null",
                "{\"a\":{\"b\":[{\"c\":1},{\"c\":2}]}} | a.b | {\"c\":1};{\"c\":2}",
                "{\"a\":{\"b\":[{\"c\":1},{\"c\":2}]}} | a.b.1 | {\"c\":2}",
                "{\"a\":{\"b\":[{\"c\":1},{\"c\":2}]}} | a.b.0.c | 1",
                "[[1],[2,3]] | 1 | 2;3",
                "{\"0\":7,\"x\":{\"z\":[]}} | 0 | 7",
                "{\"a\":\"}\",\"a\":2} | a | \"}\""
            })
    void cutsWithoutRewriting(String document, String path, String records) throws Exception {
        assertThat(texts(document, path)).containsExactly(records.split(";"));
    }

    @ParameterizedTest
    @CsvSource({"a.b,'{\"a\":{\"b\":null}}'", "a,'{\"a\":[]}'"})
    void nothingIsNoRecord(String path, String document) throws Exception {
        assertThat(texts(document, path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"items\":[],\"total\":0} | data | The answer is an object without 'data'; it has items, total",
                "{\"a\":{}} | a.b | 'a' is an object without 'b'; it has no keys",
                "{\"a\":[1,2]} | a.2 | 'a' is a list of 2 elements, without '2'",
                "{\"a\":[1,2]} | a.x | 'a' is a list of 2 elements, without 'x'",
                "{\"a\":{\"b\":1}} | a.b.c | 'a.b' is a number, without 'c'",
                "{\"a\":null} | a.b | 'a' is null, without 'b'",
                "\"text\" | a | The answer is a text, without 'a'"
            })
    void aMissingPlace_saysWhatIsThere(String document, String path, String message) {
        assertThatThrownBy(() -> texts(document, path))
                .isInstanceOf(MissingPathException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "{", "[1,", "{\"a\":1", "{'a':1}", "[1]x", "1 2", "{}{}", "NaN"})
    void whatIsNotOneDocument_isRefused(String document) {
        assertThatThrownBy(() -> texts(document, null))
                .isInstanceOf(IOException.class)
                .message()
                .isNotBlank()
                .doesNotContain("Source:", "start marker");
    }

    @Test
    void whatFollowsThePlace_isReadToo() {
        assertThatThrownBy(() -> texts("{\"a\":[1],\"b\":", "a")).isInstanceOf(IOException.class);
    }

    @Test
    void endlessNesting_isRefused() {
        assertThatThrownBy(() -> texts("[".repeat(100_000), null))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("200");
    }

    private static List<String> texts(String document, String path) throws Exception {
        List<String> steps = path == null ? List.of() : List.of(path.split("\\."));
        return JsonSlices.records(document.getBytes(UTF_8), steps).stream()
                .map(record -> new String(record, UTF_8))
                .toList();
    }
}
