package io.soam.simulator.mqtt;

import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.sensor.Sensor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Sensors of one kind that publish over MQTT until the process ends. Every option can be given by
 * an environment variable as well.
 */
public abstract class SensorCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private BrokerOptions broker;

    @Option(
            names = "--sensor-id",
            description = "Id of the only sensor (SENSOR_ID).",
            defaultValue = "${env:SENSOR_ID:-}")
    private String sensorId;

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

    /** Where the readings are published. */
    protected abstract String topic();

    /** What the names of several sensors begin with. */
    protected abstract String prefix();

    /** Makes one sensor. */
    protected abstract Sensor sensor(String id, Chance chance);

    @Override
    public final Integer call() throws InterruptedException {
        positive("--sensors", sensors);
        positive("--edge-buffer-size", capacity);
        EdgeJournal journal =
                bufferFile == null ? EdgeJournal.inMemory() : new FileJournal(bufferFile);
        EdgeBuffer buffer = new EdgeBuffer(capacity, journal);
        Measuring measuring = new Measuring(schedule(), Clock.systemUTC(), topic(), buffer);
        Uplink uplink = new Uplink(broker.connection(), buffer);
        return new Simulation(measuring, uplink, buffer, journal, spec.commandLine().getOut())
                .run();
    }

    private MeasuringSchedule schedule() {
        Chance chance = new Chance(seed);
        List<Sensor> all = ids().stream().map(id -> sensor(id, chance.split())).toList();
        return new MeasuringSchedule(all, interval, Clock.systemUTC().instant(), chance.split());
    }

    private List<String> ids() {
        return sensorId.isEmpty()
                ? IntStream.rangeClosed(1, sensors).mapToObj(n -> prefix() + "_" + n).toList()
                : List.of(sensorId);
    }

    private void positive(String option, int value) {
        if (value < 1) {
            throw new ParameterException(
                    spec.commandLine(), "%s must be at least 1, not %d.".formatted(option, value));
        }
    }
}
