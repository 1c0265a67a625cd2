package io.soam.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SensorCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--sensors=0, --sensors must be at least 1",
        "--edge-buffer-size=0, --edge-buffer-size must be at least 1",
        "--interval=often, is no interval",
        "--time-zone=Atlantis, Atlantis",
    })
    void wrongOption_endsWithAMessage(String option, String message) {
        StringWriter errors = new StringWriter();
        CommandLine command = SimulatorMain.commandLine().setErr(new PrintWriter(errors));

        assertThat(command.execute("temperature", option)).isEqualTo(2);
        assertThat(errors.toString()).contains(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"temperature", "air-quality", "smart-bin", "traffic"})
    void help_namesTheEnvironmentVariables(String kind) {
        StringWriter help = new StringWriter();
        CommandLine command = SimulatorMain.commandLine().setOut(new PrintWriter(help));

        assertThat(command.execute(kind, "--help")).isZero();
        assertThat(help.toString())
                .contains("MQTT_BROKER", "MQTT_PORT", "SENSOR_ID", "SENSOR_ID_PREFIX")
                .contains("EDGE_BUFFER_SIZE", "SOAM_SIMULATOR_SEED");
    }
}
