package io.soam.simulator.coap;

import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.sensor.Pulse;
import io.soam.simulator.temperature.TemperatureSensor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One temperature sensor as a CoAP server. */
@Command(
        name = "coap",
        description = "A temperature sensor at coap://HOST/sensors/temperature, observable.",
        showDefaultValues = true,
        sortOptions = false)
public final class CoapCommand implements Callable<Integer> {

    private static final Logger LOG = System.getLogger(CoapCommand.class.getName());

    @Option(
            names = "--host",
            description = "Address to listen at (COAP_HOST).",
            defaultValue = "${env:COAP_HOST:-127.0.0.1}")
    private String host;

    @Option(
            names = "--port",
            description = "UDP port to listen at (COAP_PORT).",
            defaultValue = "${env:COAP_PORT:-5683}")
    private int port;

    @Option(
            names = "--sensor-id",
            description = "Id of the sensor (SENSOR_ID).",
            defaultValue = "${env:SENSOR_ID:-coap_temp_sensor}")
    private String sensorId;

    @Option(
            names = "--interval",
            description = "Pause between readings (COAP_UPDATE_INTERVAL).",
            defaultValue = "${env:COAP_UPDATE_INTERVAL:-10}")
    private Interval interval;

    @Option(
            names = "--seed",
            description = "The same seed gives the same values (SOAM_SIMULATOR_SEED).",
            defaultValue = "${env:SOAM_SIMULATOR_SEED:-1}")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Chance chance = new Chance(seed);
        TemperatureSensor sensor = new TemperatureSensor(sensorId, ZoneOffset.UTC, chance.split());
        try (SensorServer server =
                new SensorServer(new InetSocketAddress(host, port), sensor, Clock.systemUTC())) {
            server.start();
            LOG.log(
                    Level.INFO,
                    "Answers at coap://{0}:{1}/sensors/temperature",
                    host,
                    Integer.toString(server.port()));
            new Pulse(interval, chance).drive(server::measure);
        }
        return 0;
    }
}
