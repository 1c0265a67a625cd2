package io.soam.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaFormTest {

    private static final String SCHEMA =
            """
            {'required': ['broker', 'topics'], 'properties': {
              'broker': {'type': 'string', 'title': 'Broker'},
              'port': {'type': 'integer', 'title': 'Port', 'minimum': 1, 'maximum': 65535, 'default': 1883},
              'topics': {'title': 'Topics', 'oneOf': [{'type': 'string'}, {'type': 'array', 'items': {'type': 'string'}}]},
              'qos': {'enum': [0, 1, 2], 'default': 1, 'title': 'Quality'},
              'shared': {'type': 'boolean', 'default': true},
              'factor': {'type': 'number', 'title': 'Factor'},
              'headers': {'type': 'object', 'title': 'Headers', 'additionalProperties': {'type': 'string'}},
              'body': {'type': 'object', 'title': 'Body'},
              'auth': {'enum': ['none', 'bearer'], 'default': 'none'},
              'token': {'type': 'string', 'writeOnly': true, 'title': 'Token'}},
             'allOf': [{'if': {'properties': {'auth': {'const': 'bearer'}}}, 'then': {'required': ['token']}}]}
            """;

    private final SchemaForm form = SchemaForm.of(json(SCHEMA));

    @Test
    void givesWhatWasEntered() {
        form.accept(
                Map.ofEntries(
                        sent("s.broker", " mqtt.example.org "),
                        sent("s.port", "8883"),
                        sent("s.topics", "a/#", "", "b/+"),
                        sent("s.qos", "2"),
                        sent("s.factor", "2.50"),
                        sent("k.headers", "Accept", ""),
                        sent("s.headers", "text/csv", ""),
                        sent("s.body", "{\"a\": [1]}"),
                        sent("s.auth", "none")));

        assertThat(form.config())
                .isEqualTo(
                        json(
                                """
                                {'broker': 'mqtt.example.org', 'port': 8883, 'topics': ['a/#', 'b/+'], 'qos': 2,
                                 'shared': false, 'factor': 2.50, 'headers': {'Accept': 'text/csv'}, 'body': {'a': [1]}}
                                """));
        assertThat(form.problems()).isEmpty();
    }

    @Test
    void leavesOutWhatHoldsAnyway() {
        form.accept(
                Map.ofEntries(
                        sent("s.broker", "b"),
                        sent("s.topics", "#"),
                        sent("s.port", ""),
                        sent("s.qos", "1"),
                        sent("s.shared", "true"),
                        sent("s.auth", "none")));

        assertThat(form.config()).isEqualTo(json("{'broker': 'b', 'topics': ['#']}"));
    }

    @Test
    void saysAtTheFieldWhatIsWrong_andKeepsWhatWasTyped() {
        form.accept(
                Map.ofEntries(
                        sent("s.port", "70000"),
                        sent("s.qos", "7"),
                        sent("s.factor", "two"),
                        sent("k.headers", "", "A", "A"),
                        sent("s.headers", "lonely", "1", "2"),
                        sent("s.body", "{\"a\": ")));
        form.config();

        assertThat(form.problems())
                .containsEntry("broker", "Broker is required.")
                .containsEntry("topics", "Topics is required.")
                .containsEntry("port", "Port must be between 1 and 65535.")
                .containsEntry("qos", "Quality cannot be '7'.")
                .containsEntry("factor", "Factor must be a number with a point, such as 2.5.")
                .containsEntry("headers", "Give 'lonely' a name, or remove it.");
        assertThat(form.problems().get("body"))
                .startsWith("Body must be JSON; there is an error in line 1");
        assertThat(field("port").getText()).isEqualTo("70000");
        assertThat(field("body").getText()).isEqualTo("{\"a\": ");
        assertThat(field("headers").getEntries()).hasSize(3);
        assertThat(form.isAdvancedUsed()).isTrue();
    }

    @Test
    void entryThatIsThereTwice_isNamed() {
        form.accept(Map.ofEntries(sent("k.headers", "A", "A"), sent("s.headers", "1", "2")));
        form.config();
        assertThat(form.problems()).containsEntry("headers", "'A' is there twice; remove one.");
    }

    @Test
    void secretThatIsSet_staysUnlessItIsReplacedOrRemoved() {
        form.fill(json("{'broker': 'b', 'topics': 't', 'auth': 'bearer'}"), List.of("token"));
        assertThat(field("token").isKept()).isTrue();
        assertThat(field("topics").getTexts()).containsExactly("t");

        form.accept(valid("s.auth", "bearer"));
        assertThat(form.config().has("token")).as("kept").isFalse();
        form.accept(valid("s.auth", "bearer", "s.token", "new"));
        assertThat(form.config().path("token").asText()).isEqualTo("new");
        form.accept(valid("s.auth", "bearer", "x.token", "true"));
        assertThat(form.config().path("token").isNull()).as("removed").isTrue();
        form.accept(valid("s.auth", "none"));
        assertThat(form.config().path("token").isNull()).as("no longer used").isTrue();
    }

    @Test
    void whatIsNotShown_isNotSent() {
        form.accept(valid("s.auth", "none", "s.token", "typed before"));
        assertThat(form.config().has("token")).isFalse();
        form.accept(valid("s.auth", "bearer", "s.token", "typed"));
        assertThat(form.config().path("token").asText()).isEqualTo("typed");
    }

    @Test
    void complaintsOfTheServer_standAtTheirFields() {
        form.reject("topics/1", "A topic filter must not be empty.");
        form.reject("unknown", "There is no such setting.");
        form.reject("", "Both cannot be.");

        assertThat(form.problems())
                .containsEntry("topics", "A topic filter must not be empty.")
                .containsEntry(SchemaForm.WHOLE, "There is no such setting. Both cannot be.");
    }

    @Test
    void fillsWhatItGives() {
        JsonNode config =
                json(
                        "{'broker': 'b', 'port': 1, 'topics': ['x', 'y'], 'qos': 0, 'shared': false,"
                                + " 'headers': {'A': '1'}, 'body': {'n': [1, null]}}");
        form.fill(config, List.of());
        assertThat(form.config()).isEqualTo(config);
    }

    private Field field(String name) {
        return Stream.concat(form.getBasic().stream(), form.getAdvanced().stream())
                .filter(field -> field.getSetting().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String[]> valid(String... more) {
        Map<String, String[]> sent = new HashMap<>();
        sent.put("s.broker", new String[] {"b"});
        sent.put("s.topics", new String[] {"t"});
        for (int i = 0; i < more.length; i += 2) {
            sent.put(more[i], new String[] {more[i + 1]});
        }
        return sent;
    }

    private static Map.Entry<String, String[]> sent(String name, String... values) {
        return Map.entry(name, values);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
