package io.soam.web.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soam.ingestion.boundary.ActivityPoint;
import io.soam.ingestion.boundary.DataSourceView;
import io.soam.web.home.Tone;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRowTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "true, true, active, Active, OK",
        "true, true, connecting, Connecting, WARN",
        "true, true, error, Failing, BAD",
        "true, true, inactive, Starting, WARN",
        "true, false, active, Stopping, IDLE",
        "true, false, stopped, Stopped, IDLE",
        "true, false, error, Stopped, IDLE",
        "false, true, active, Disabled, IDLE"
    })
    void saysInAWordHowItIs(
            boolean enabled, boolean wanted, String status, String word, Tone tone) {
        SourceState state = SourceState.of(source(enabled, wanted, status, true));
        assertThat(state.word()).isEqualTo(word);
        assertThat(state.tone()).isEqualTo(tone);
    }

    @Test
    void offersOnlyWhatTheCallerMayDoNow() {
        SourceRow running = row(source(true, true, "active", true));
        assertThat(running.stoppable()).isTrue();
        assertThat(running.startable()).isFalse();
        SourceRow stopped = row(source(true, false, "stopped", true));
        assertThat(stopped.stoppable()).isFalse();
        assertThat(stopped.startable()).isTrue();
        SourceRow disabled = row(source(false, true, "stopped", true));
        assertThat(disabled.stoppable() || disabled.startable()).isFalse();
        SourceRow foreign = row(source(true, true, "active", false));
        assertThat(foreign.stoppable() || foreign.startable() || foreign.mayChange()).isFalse();
    }

    @Test
    void reasonIsShownOnlyWhileItIsToRun() {
        assertThat(row(source(true, true, "error", true)).reason()).isEqualTo("No route to host.");
        assertThat(row(source(true, false, "error", true)).reason()).isNull();
    }

    @Test
    void ratesAreMessagesASecond() {
        SourceActivity activity =
                SourceActivity.of(
                                List.of(
                                        new ActivityPoint(NOW, 150, 0, 0),
                                        new ActivityPoint(NOW.plusSeconds(15), 30, 0, 0)))
                        .with(NOW, 2);
        SourceRow row = SourceRow.of(source(true, true, "active", true), activity);

        assertThat(activity.rates()).containsExactly(10.0, 2.0);
        assertThat(row.rate()).isEqualTo("2.0");
        assertThat(row.points()).isNotEmpty();
        assertThat(row.replicas()).isEqualTo("2");
        assertThat(row.lastMessageAt()).isEqualTo(NOW);
    }

    @Test
    void whatIsNotKnown_isNotMadeUp() {
        SourceRow row = row(source(true, true, "active", true));
        assertThat(row.rate()).isNull();
        assertThat(row.points()).isEmpty();
        assertThat(row.replicas()).isNull();
    }

    @Test
    void settingsAreShownInTheWordsOfTheForm_secretsNotAtAll() throws Exception {
        List<ShownSetting> shown =
                ShownSetting.of(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"required": ["broker"], "properties": {
                                          "broker": {"type": "string", "title": "Broker"},
                                          "port": {"type": "integer", "title": "Port", "default": 1883},
                                          "password": {"type": "string", "title": "Password", "writeOnly": true},
                                          "tls": {"type": "boolean", "title": "TLS", "default": false},
                                          "site": {"type": "string", "title": "Site"}}}
                                        """),
                        source(true, true, "active", true));

        assertThat(shown)
                .containsExactlyInAnyOrder(
                        new ShownSetting("Broker", "mqtt.example.org", true),
                        new ShownSetting("Port", "1883", false),
                        new ShownSetting("Password", "set, not shown", true),
                        new ShownSetting("TLS", "no", false));
    }

    private static SourceRow row(DataSourceView source) {
        return SourceRow.of(source, SourceActivity.UNKNOWN);
    }

    private static DataSourceView source(
            boolean enabled, boolean wanted, String status, boolean may) {
        return new DataSourceView(
                7,
                "Greenhouse",
                "mqtt",
                "MQTT Broker",
                Map.of("broker", "mqtt.example.org"),
                List.of("password"),
                "33ab12cd_greenhouse_mqtt",
                enabled,
                status,
                wanted,
                "ulf",
                "ulf",
                NOW,
                3,
                may,
                may,
                NOW,
                "No route to host.");
    }
}
