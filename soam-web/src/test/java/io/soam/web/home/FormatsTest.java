package io.soam.web.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatsTest {

    @Test
    void groupsThousands() {
        assertThat(Formats.whole(1_024)).isEqualTo("1,024");
        assertThat(Formats.rate(1_024.4)).isEqualTo("1,024");
        assertThat(Formats.rate(0.4)).isEqualTo("0.4");
        assertThat(Formats.rate(0)).isEqualTo("0");
    }

    @Test
    void shortensLargeAmounts() {
        assertThat(Formats.amount(3)).isEqualTo("3");
        assertThat(Formats.amount(9_999)).isEqualTo("9,999");
        assertThat(Formats.amount(12_345)).isEqualTo("12.3 k");
        assertThat(Formats.amount(3_600_000)).isEqualTo("3.6 M");
    }

    @Test
    void turnsSecondsIntoWhatPeopleSay() {
        assertThat(Formats.seconds(0.94)).isEqualTo("0.9 s");
        assertThat(Formats.seconds(272)).isEqualTo("4 min 32 s");
        assertThat(Formats.seconds(7_380)).isEqualTo("2 h 3 min");
    }

    @Test
    void turnsBytesIntoWhatPeopleSay() {
        assertThat(Formats.bytes(0)).isEqualTo("0 B");
        assertThat(Formats.bytes(2_411_724)).isEqualTo("2.3 MiB");
        assertThat(Formats.bytes(5L << 40)).isEqualTo("5 TiB");
    }

    @Test
    void countsOneAndMany() {
        assertThat(Formats.counted(1, "stream")).isEqualTo("1 stream");
        assertThat(Formats.counted(0, "stream")).isEqualTo("0 streams");
    }

    @Test
    void namesWhatWasMeasured() {
        assertThat(Measure.format("temperature", 27.34)).isEqualTo("27.3 °C");
        assertThat(Measure.format("humidity", 60)).isEqualTo("60 % humidity");
        assertThat(Measure.format("soilMoisture", 0.25)).isEqualTo("soil moisture 0.25");
        assertThat(Measure.format("100%_x", 1)).isEqualTo("100% x 1");
        assertThat(Measure.labelOf("soil_moisture")).isEqualTo("Soil moisture");
    }

    @Test
    void shortensStreams() {
        assertThat(
                        Streams.shortName(
                                "0b2f42e3_local_simulators_mqtt_mqtt_smartcity_sensors_temperature"))
                .isEqualTo("local_simulators_mqtt · smartcity_sensors_temperature");
        assertThat(Streams.shortName("77ab12cd_weather_rest_api")).isEqualTo("weather");
        assertThat(Streams.shortName("something else")).isEqualTo("something else");
    }

    @Test
    void ordersSensorsAsPeopleCount() {
        assertThat(
                        List.of("s_12", "s_9", "s_9a", "a", "s_09").stream()
                                .sorted(NaturalOrder.INSTANCE))
                .containsExactly("a", "s_09", "s_9", "s_9a", "s_12");
    }

    @Test
    void drawsLinesThatDoNotPretend() {
        assertThat(Sparkline.points(List.of())).isEmpty();
        assertThat(Sparkline.points(List.of(1.0))).isEmpty();
        assertThat(Sparkline.points(List.of(0.0, 0.0))).isEqualTo("0.0,25.0 100.0,25.0");
        assertThat(Sparkline.points(List.of(5.0, 5.0))).isEqualTo("0.0,14.0 100.0,14.0");
        assertThat(Sparkline.points(List.of(0.0, 10.0))).isEqualTo("0.0,25.0 100.0,3.0");
        assertThat(Sparkline.points(List.of(1000.0, 1001.0))).isEqualTo("0.0,14.0 100.0,14.0");
    }
}
