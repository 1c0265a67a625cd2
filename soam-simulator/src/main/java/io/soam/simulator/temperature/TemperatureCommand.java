package io.soam.simulator.temperature;

import io.soam.simulator.mqtt.SensorCommand;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Sensor;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Temperature sensors. */
@Command(
        name = "temperature",
        description = "Temperature and humidity, depending on the time of day, over MQTT.",
        showDefaultValues = true,
        sortOptions = false)
public final class TemperatureCommand extends SensorCommand {

    @Option(
            names = "--topic",
            description = "Where to publish (MQTT_TOPIC).",
            defaultValue = "${env:MQTT_TOPIC:-smartcity/sensors/temperature}")
    private String topic;

    @Option(
            names = "--sensor-id-prefix",
            description = "Several sensors are called PREFIX_1, PREFIX_2, … (SENSOR_ID_PREFIX).",
            defaultValue = "${env:SENSOR_ID_PREFIX:-temp_sensor}")
    private String prefix;

    @Option(
            names = "--time-zone",
            description = "Whose time of day decides the ranges (SOAM_SIMULATOR_TIME_ZONE).",
            defaultValue = "${env:SOAM_SIMULATOR_TIME_ZONE:-UTC}")
    private ZoneId zone;

    @Override
    protected String topic() {
        return topic;
    }

    @Override
    protected String prefix() {
        return prefix;
    }

    @Override
    protected Sensor sensor(String id, Chance chance) {
        return new TemperatureSensor(id, zone, chance);
    }
}
