package io.soam.simulator.smartbin;

import io.soam.simulator.mqtt.SensorCommand;
import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Sensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Litter bins. */
@Command(
        name = "smart-bin",
        description = "Litter bins that fill and are emptied, over MQTT.",
        showDefaultValues = true,
        sortOptions = false)
public final class SmartBinCommand extends SensorCommand {

    @Option(
            names = "--topic",
            description = "Where to publish (MQTT_TOPIC).",
            defaultValue = "${env:MQTT_TOPIC:-smartcity/sensors/smart_bin}")
    private String topic;

    @Option(
            names = "--sensor-id-prefix",
            description = "Several sensors are called PREFIX_1, PREFIX_2, … (SENSOR_ID_PREFIX).",
            defaultValue = "${env:SENSOR_ID_PREFIX:-bin_sensor}")
    private String prefix;

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
        return new SmartBin(id, chance);
    }
}
