package io.soam.domain.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

    private static final RuleBook RULES =
            new RuleBook(
                    List.of(
                            new NormalizationRule(null, "Sensor_ID", "sensorId"),
                            new NormalizationRule(null, "sensorid", "sensorId"),
                            new NormalizationRule(null, "ts", "timestamp"),
                            new NormalizationRule("a", "ts", "transmitted")));

    private static NormalizedFields normalize(String stream, String... pairs) {
        Fields fields = new Fields();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(pairs[i], pairs[i + 1]);
        }
        return new Normalizer().normalize(fields, RULES.renames(stream));
    }

    @Test
    void renamesWithoutRegardToCase_andKeepsTheRestInLowerCase() {
        assertThat(normalize("b", "SENSOR_ID", "s1", "Temp", "21.5").texts())
                .containsExactly(entry("sensorId", "s1"), entry("temp", "21.5"));
    }

    @Test
    void aRuleOfTheStreamBeatsTheGlobalOne() {
        assertThat(normalize("a", "TS", "1").texts()).containsOnlyKeys("transmitted");
        assertThat(normalize("b", "TS", "1").texts()).containsOnlyKeys("timestamp");
    }

    @Test
    void severalKeysOfOneName_firstOneWins() {
        NormalizedFields fields = normalize("b", "sensor_id", "first", "sensorId", "second");
        assertThat(fields.texts()).containsExactly(entry("sensorId", "first"));
        assertThat(fields.collided()).isFalse();
    }

    @Test
    void keysThatDifferOnlyInCase_bothStay() {
        NormalizedFields fields = normalize("b", "temp", "1", "Temp", "2");
        assertThat(fields.texts()).containsExactly(entry("temp", "1"), entry("temp#2", "2"));
        assertThat(fields.numbers()).containsExactly(entry("temp", 1.0), entry("temp#2", 2.0));
        assertThat(fields.collided()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-12", "3.5", "-0.25", "1e3", "1E-3", "1.5e+10", "007"})
    void numbersAreAlsoNumbers(String text) {
        assertThat(normalize("b", "x", text).numbers())
                .containsExactly(entry("x", Double.parseDouble(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "+1", "1.", ".5", "1e", "0x10", "12 °C", "NaN", "1e999", "1d", "١"})
    void anythingElseIsTextOnly(String text) {
        NormalizedFields fields = normalize("b", "x", text);
        assertThat(fields.texts()).containsExactly(entry("x", text));
        assertThat(fields.numbers()).isEmpty();
    }

    @Test
    void amongRulesOfOneScopeTheFirstWins() {
        RuleBook book =
                new RuleBook(
                        List.of(
                                new NormalizationRule(null, "t", "temperature"),
                                new NormalizationRule(null, "T", "time")));
        assertThat(book.renames("any")).isEqualTo(Map.of("t", "temperature"));
    }

    @Test
    void aRuleWithoutKeysIsRefused() {
        assertThatThrownBy(() -> new NormalizationRule(null, " ", "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a raw key and a canonical key");
    }

    @Property
    void withoutRulesNoFieldIsLost(
            @ForAll @Size(max = 30)
                    List<@AlphaChars @StringLength(min = 1, max = 3) String> names) {
        Fields fields = new Fields();
        names.stream().distinct().forEach(name -> fields.add(name, name));
        NormalizedFields normalized = new Normalizer().normalize(fields, Map.of());
        assertThat(normalized.texts().values())
                .containsExactlyInAnyOrderElementsOf(names.stream().distinct().toList());
    }

    @Property
    void normalizingTwiceChangesNothing(
            @ForAll @Size(max = 20)
                    Map<@AlphaChars @StringLength(min = 1, max = 8) String, String> in) {
        Fields fields = new Fields();
        in.forEach((key, value) -> fields.add(key, String.valueOf(value)));
        NormalizedFields once = new Normalizer().normalize(fields, RULES.renames("b"));
        Fields again = new Fields();
        once.texts().forEach(again::add);
        NormalizedFields twice = new Normalizer().normalize(again, RULES.renames("b"));
        assertThat(twice.texts()).isEqualTo(once.texts());
        assertThat(twice.numbers()).isEqualTo(once.numbers());
    }
}
