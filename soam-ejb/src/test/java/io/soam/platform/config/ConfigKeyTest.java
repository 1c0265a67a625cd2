package io.soam.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soam.platform.MapConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigKeyTest {

    private static final ConfigKey<Duration> PAUSE =
            ConfigKey.of("soam.a.long-pause", Duration.class, "PT10S", "How long to wait.");
    private static final ConfigKey<String> SECRET = ConfigKey.secret("soam.a.secret", "A secret.");

    @Test
    void setValue_winsOverTheDefault() {
        assertThat(PAUSE.from(config("soam.a.long-pause", "PT3S")))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(PAUSE.from(new MapConfig(Map.of()))).isEqualTo(Duration.ofSeconds(10));
        assertThat(PAUSE.from(config("soam.a.long-pause", " "))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void missingValue_namesTheVariableToSet() {
        assertThatThrownBy(() -> SECRET.from(new MapConfig(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SOAM_A_SECRET")
                .hasMessageContaining("A secret.");
    }

    @Test
    void wrongValue_isShownUnlessItIsSecret() {
        assertThatThrownBy(() -> PAUSE.from(config("soam.a.long-pause", "ten seconds")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'ten seconds'")
                .hasMessageContaining("SOAM_A_LONG_PAUSE");
        ConfigKey<Integer> number =
                new ConfigKey<>("soam.a.pin", Integer.class, null, true, "A secret number.");
        assertThatThrownBy(() -> number.from(config("soam.a.pin", "12x4")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SOAM_A_PIN")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("12x4"));
    }

    private static MapConfig config(String name, String value) {
        return new MapConfig(Map.of(name, value));
    }
}
