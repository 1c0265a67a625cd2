package io.soam.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {

    @TempDir private Path folder;

    private final List<String> found = new ArrayList<>();

    @Test
    void csv_givesValuesTheirTypes() throws Exception {
        read(
                "a.csv",
                """
                timestamp,sensor,value,ok,comment
                2018-01-01T00:00:00Z,007,21.50,true,"hot, ""very"" hot"
                2018-01-01T00:00:05Z,x,-3e2,no,
                """);

        assertThat(found)
                .containsExactly(
                        "2 {\"timestamp\":\"2018-01-01T00:00:00Z\",\"sensor\":\"007\",\"value\":21.50,\"ok\":true,\"comment\":\"hot, \\\"very\\\" hot\"}",
                        "3 {\"timestamp\":\"2018-01-01T00:00:05Z\",\"sensor\":\"x\",\"value\":-3E+2,\"ok\":\"no\"}");
    }

    @Test
    void csv_tellsLinesWithTooFewOrTooManyFields() throws Exception {
        read("a.csv", "a,b\r\n1,2\r\n3\r\n\"4\n4\",5\r\n6,7,8\r\n9,10\r\n");

        assertThat(found)
                .containsExactly(
                        "2 {\"a\":1,\"b\":2}",
                        "3 malformed: 1 fields, not 2",
                        "4 {\"a\":\"4\\n4\",\"b\":5}",
                        "6 malformed: 3 fields, not 2",
                        "7 {\"a\":9,\"b\":10}");
    }

    @Test
    void csv_needsANameForEachField() {
        assertThatThrownBy(() -> read("a.csv", "a,a\n1,2\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("each field needs a name of its own");
    }

    @Test
    void csv_mayBeginWithAByteOrderMark() throws Exception {
        read("a.csv", "\uFEFFa\n1\n");

        assertThat(found).containsExactly("2 {\"a\":1}");
    }

    @Test
    void jsonLines_areTakenOneByOne() throws Exception {
        read(
                "a.jsonl",
                """
                {"a":1}

                {"topic":"t/1","payload":{"b":2.50}}
                {"a":
                [1,2]
                {"a":1} {"b":2}
                "text"
                {"a":"last"}""");

        assertThat(found)
                .hasSize(7)
                .startsWith("1 {\"a\":1}", "3 t/1 {\"b\":2.50}")
                .endsWith("7 malformed: no JSON object", "8 {\"a\":\"last\"}");
        assertThat(found.get(2)).startsWith("4 malformed: no JSON: ");
        assertThat(found.get(3)).isEqualTo("5 malformed: no JSON object");
        assertThat(found.get(4)).startsWith("6 malformed: no JSON: ");
    }

    @Test
    void jsonLines_ofAnyLengthDoNotFillTheMemory() throws Exception {
        String endless = "x".repeat(JsonLinesRecording.LONGEST_LINE + 1);

        read("a.ndjson", "{\"a\":\"" + endless + "\"}\n{\"a\":1}\n");

        assertThat(found)
                .containsExactly("1 malformed: longer than 1048576 characters", "2 {\"a\":1}");
    }

    @Test
    void jsonList_holdsMessagesWithTheirTopics() throws Exception {
        read(
                "a.json",
                """
                [{"topic":"aot_temperature","payload":{"temperature":21.5}},
                 {"topic":"aot_light","payload":3},
                 {"bare":true}
                ]""");

        assertThat(found)
                .containsExactly(
                        "1 aot_temperature {\"temperature\":21.5}",
                        "2 malformed: no JSON object",
                        "3 {\"bare\":true}");
    }

    @Test
    void jsonList_thatIsDamaged_isReadUpToThere() {
        assertThatThrownBy(() -> read("a.json", "[{\"a\":1},\n{\"a\":2},\n{\"a\" 3}]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.json, line 3:");
        assertThat(found).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
    }

    @Test
    void jsonList_thatIsCutOff_isSaidToBe() {
        assertThatThrownBy(() -> read("a.json", "[{\"a\":1},"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.json");
        assertThat(found).containsExactly("1 {\"a\":1}");
    }

    @Test
    void otherFormats_areRefused() {
        assertThatThrownBy(() -> Recording.of(Path.of("a.xlsx")))
                .hasMessageContaining("a.xlsx: the format is known by the name");
    }

    private void read(String name, String content) throws Exception {
        Path file = Files.writeString(folder.resolve(name), content);
        Recording.of(file)
                .read(
                        new Recording.Listener() {
                            @Override
                            public void message(RecordedMessage message) {
                                String topic = message.topic().map(t -> t + " ").orElse("");
                                found.add(message.line() + " " + topic + message.payload());
                            }

                            @Override
                            public void malformed(long line, String reason) {
                                found.add(line + " malformed: " + reason);
                            }
                        });
    }
}
