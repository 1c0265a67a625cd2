package io.soam.simulator;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Temperature and humidity. Every option can be given by an environment variable as well. */
@Command(
        name = "temperature",
        description = "Temperature and humidity, depending on the time of day.",
        showDefaultValues = true,
        sortOptions = false)
final class TemperatureCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = "--broker",
            description = "Host of the MQTT broker (MQTT_BROKER).",
            defaultValue = "${env:MQTT_BROKER:-localhost}")
    private String broker;

    @Option(
            names = "--port",
            description = "Port of the MQTT broker (MQTT_PORT).",
            defaultValue = "${env:MQTT_PORT:-1883}")
    private int port;

    @Option(
            names = "--topic",
            description = "Where to publish (MQTT_TOPIC).",
            defaultValue = "${env:MQTT_TOPIC:-smartcity/sensors/temperature}")
    private String topic;

    @Option(
            names = "--sensor-id",
            description = "Id of the only sensor (SENSOR_ID).",
            defaultValue = "${env:SENSOR_ID:-}")
    private String sensorId;

    @Option(
            names = "--sensor-id-prefix",
            description = "Several sensors are called PREFIX_1, PREFIX_2, … (SENSOR_ID_PREFIX).",
            defaultValue = "${env:SENSOR_ID_PREFIX:-temp_sensor}")
    private String prefix;

    @Option(
            names = "--sensors",
            description = "How many sensors, if there is no --sensor-id (SOAM_SIMULATOR_SENSORS).",
            defaultValue = "${env:SOAM_SIMULATOR_SENSORS:-10}")
    private int sensors;

    @Option(
            names = "--interval",
            description = "Pause of a sensor between readings (SOAM_SIMULATOR_INTERVAL).",
            defaultValue = "${env:SOAM_SIMULATOR_INTERVAL:-5..15s}")
    private Interval interval;

    @Option(
            names = "--time-zone",
            description = "Whose time of day decides the ranges (SOAM_SIMULATOR_TIME_ZONE).",
            defaultValue = "${env:SOAM_SIMULATOR_TIME_ZONE:-UTC}")
    private ZoneId zone;

    @Option(
            names = "--seed",
            description = "The same seed gives the same sensors and values (SOAM_SIMULATOR_SEED).",
            defaultValue = "${env:SOAM_SIMULATOR_SEED:-1}")
    private long seed;

    @Option(
            names = "--edge-buffer-size",
            description = "Readings kept while the broker is away (EDGE_BUFFER_SIZE).",
            defaultValue = "${env:EDGE_BUFFER_SIZE:-1000}")
    private int capacity;

    @Option(
            names = "--buffer-file",
            description = "Keeps the buffer over a restart (SOAM_SIMULATOR_BUFFER_FILE).",
            defaultValue = "${env:SOAM_SIMULATOR_BUFFER_FILE}")
    private Path bufferFile;

    @Override
    public Integer call() throws InterruptedException {
        EdgeJournal journal =
                bufferFile == null ? EdgeJournal.inMemory() : new FileJournal(bufferFile);
        EdgeBuffer buffer = new EdgeBuffer(positive("--edge-buffer-size", capacity), journal);
        Clock clock = Clock.systemUTC();
        Measuring measuring =
                new Measuring(
                        new MeasuringSchedule(sensors(), interval, clock.instant()),
                        clock,
                        topic,
                        buffer);
        Uplink uplink = new Uplink(broker, port, buffer);
        PrintWriter console = spec.commandLine().getOut();
        return new Simulation(measuring, uplink, buffer, journal, console).run();
    }

    private List<TemperatureSensor> sensors() {
        SplittableRandom seeds = new SplittableRandom(seed);
        List<String> ids =
                sensorId.isEmpty()
                        ? IntStream.rangeClosed(1, positive("--sensors", sensors))
                                .mapToObj(number -> prefix + "_" + number)
                                .toList()
                        : List.of(sensorId);
        return ids.stream().map(id -> new TemperatureSensor(id, zone, seeds.nextLong())).toList();
    }

    private int positive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be at least 1, not %d.".formatted(option, value));
        }
        return value;
    }
}
