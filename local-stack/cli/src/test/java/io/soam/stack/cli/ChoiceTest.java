package io.soam.stack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ChoiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                 | broker wildfly simulator-temperature",
                "--simulators=none                | broker wildfly",
                "--no-simulators                  | broker wildfly",
                "--simulators=traffic,coap        | broker wildfly simulator-traffic simulator-coap",
                "--servers=3 --simulators=none    | broker wildfly server-2 server-3",
                "--only=neo4j,simulator-rest      | neo4j simulator-rest"
            })
    void startsWhatIsAskedFor(String options, String parts) {
        assertThat(choice(options == null ? "" : options))
                .containsExactlyInAnyOrder(parts.split(" "));
    }

    @Test
    void all_areSix() {
        assertThat(choice("--simulators=all"))
                .filteredOn(name -> name.startsWith("simulator-"))
                .hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "--servers=0, must be 1 to 3",
        "--servers=4, must be 1 to 3",
        "--simulators=weather, 'There is no simulator weather. Simulators: temperature, air-quality,'",
    })
    void refusesWhatDoesNotExist(String option, String message) {
        assertThatThrownBy(() -> choice(option))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining(message);
    }

    private static List<String> choice(String options) {
        Up up = new Up();
        new CommandLine(up).parseArgs(options.isEmpty() ? new String[0] : options.split(" "));
        return up.choice.parts(List.of("broker", "wildfly")).stream().distinct().toList();
    }

    @Command
    private static final class Up {
        @Mixin private Choice choice;
    }
}
