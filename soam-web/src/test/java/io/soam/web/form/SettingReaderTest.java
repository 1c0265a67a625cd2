package io.soam.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | TEXT",
                "{'type':['string','null']} | TEXT",
                "{} | JSON",
                "{'type':'string','writeOnly':true} | SECRET",
                "{'type':'string','format':'password'} | SECRET",
                "{'type':'string','contentMediaType':'application/x-pem-file'} | LINES",
                "{'type':'string','x-lines':true} | LINES",
                "{'type':'string','writeOnly':true,'contentMediaType':'application/x-pem-file'} |"
                        + " SECRET_LINES",
                "{'type':'integer'} | WHOLE",
                "{'type':'number'} | NUMBER",
                "{'type':'boolean'} | SWITCH",
                "{'enum':['a','b']} | CHOICE",
                "{'oneOf':[{'const':'a','title':'A'},{'const':'b'}]} | CHOICE",
                "{'type':'array','items':{'type':'string'}} | LIST",
                "{'oneOf':[{'type':'string'},{'type':'array','items':{'type':'string'}}]} | LIST",
                "{'anyOf':[{'type':'string'},{'type':'integer'}]} | TEXT",
                "{'type':'array','items':{'type':'object'}} | JSON",
                "{'type':'array','items':{'type':'integer'}} | JSON",
                "{'type':'object','additionalProperties':{'type':'string'}} | ENTRIES",
                "{'type':'object'} | JSON",
                "{'type':'object','properties':{'a':{'type':'string'}}} | JSON",
                "{'$ref':'#/$defs/port'} | WHOLE",
                "{'$ref':'#/$defs/nowhere'} | JSON"
            })
    void choosesHowASettingIsEntered(String property, FieldKind kind) {
        assertThat(one(property).kind()).isEqualTo(kind);
    }

    @Test
    void saysWhatTheSchemaSays() {
        Setting port =
                settings(
                                """
                                {'required': ['port'], 'properties': {'port': {'type': 'integer',
                                 'title': 'Port', 'description': 'Usually 1883', 'default': 1883,
                                 'minimum': 1, 'maximum': 65535}}}
                                """)
                        .get(0);

        assertThat(port.title()).isEqualTo("Port");
        assertThat(port.help()).isEqualTo("Usually 1883");
        assertThat(port.getPlaceholder()).isEqualTo("1883");
        assertThat(port.least()).isEqualByComparingTo("1");
        assertThat(port.greatest()).isEqualByComparingTo("65535");
        assertThat(port.required()).isTrue();
        assertThat(port.advanced()).isFalse();
    }

    @Test
    void namesASettingThatHasNoTitle() {
        assertThat(one("{'type':'string'}").title()).isEqualTo("Some setting");
    }

    @Test
    void foldsAwayWhatMostPeopleDoWithout() {
        List<Setting> settings =
                settings(
                        """
                        {'required': ['url'], 'dependentRequired': {'password': ['username']},
                         'properties': {
                           'timeout': {'type': 'integer'},
                           'password': {'type': 'string', 'writeOnly': true},
                           'username': {'type': 'string'},
                           'method': {'enum': ['GET', 'POST'], 'x-advanced': false},
                           'url': {'type': 'string'}}}
                        """);

        assertThat(settings)
                .extracting(Setting::name)
                .containsExactly("password", "username", "method", "url", "timeout");
        assertThat(settings)
                .filteredOn(Setting::advanced)
                .extracting(Setting::name)
                .containsExactly("timeout");
    }

    @Test
    void findsOutWhenASettingMatters() {
        List<Setting> settings =
                settings(
                        """
                        {'properties': {
                           'auth': {'enum': ['none', 'bearer', 'basic'], 'default': 'none'},
                           'token': {'type': 'string'},
                           'user': {'type': 'string'}},
                         'allOf': [
                           {'if': {'properties': {'auth': {'const': 'bearer'}}, 'required': ['auth']},
                            'then': {'required': ['token']}},
                           {'if': {'properties': {'auth': {'enum': ['basic', 'digest']}}},
                            'then': {'required': ['user']}}]}
                        """);

        assertThat(settings)
                .extracting(Setting::name, Setting::condition)
                .contains(
                        tuple("token", new Condition("auth", List.of("bearer"))),
                        tuple("user", new Condition("auth", List.of("basic", "digest"))));
    }

    @Test
    void takesOurAnnotations() {
        List<Setting> settings =
                settings(
                        """
                        {'properties': {
                           'auth': {'enum': ['none', 'bearer'], 'x-enum-titles': ['None', 'Bearer token']},
                           'token': {'type': 'string', 'x-when': {'auth': ['bearer']}}}}
                        """);

        assertThat(settings)
                .flatExtracting(Setting::choices)
                .extracting(Choice::value, Choice::label)
                .containsExactly(tuple("none", "None"), tuple("bearer", "Bearer token"));
        assertThat(settings)
                .extracting(Setting::condition)
                .contains(new Condition("auth", List.of("bearer")));
    }

    private static Setting one(String property) {
        return settings(
                        "{'properties': {'some_setting': "
                                + property
                                + "}, '$defs': {'port': {'type': 'integer'}}}")
                .get(0);
    }

    private static List<Setting> settings(String schema) {
        try {
            return SettingReader.read(new ObjectMapper().readTree(schema.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(schema, e);
        }
    }
}
