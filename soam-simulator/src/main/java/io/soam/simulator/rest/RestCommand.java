package io.soam.simulator.rest;

import io.soam.simulator.sensor.Chance;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.sensor.Pulse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A REST API with sensors. */
@Command(
        name = "rest",
        description = {
            "A REST API with temperature, air quality, traffic, parking and energy.",
            "GET http://HOST:PORT/ lists what can be asked for."
        },
        showDefaultValues = true,
        sortOptions = false,
        footer = {
            "",
            "Registers itself as a data source if the environment says where and as whom:",
            "  SOAM_URL          of the portal, such as http://localhost:8080",
            "  SOAM_TOKEN_URL    OpenID Connect token endpoint",
            "  SOAM_CLIENT_ID and SOAM_CLIENT_SECRET, or SOAM_USER and SOAM_PASSWORD"
        })
public final class RestCommand implements Callable<Integer> {

    private static final Logger LOG = System.getLogger(RestCommand.class.getName());

    @Spec private CommandSpec spec;

    @Option(
            names = "--host",
            description = "Address to listen at (REST_HOST).",
            defaultValue = "${env:REST_HOST:-127.0.0.1}")
    private String host;

    @Option(
            names = "--port",
            description = "Port to listen at (REST_PORT).",
            defaultValue = "${env:REST_PORT:-8002}")
    private int port;

    @Option(
            names = "--interval",
            description = "Pause between readings (REST_UPDATE_INTERVAL).",
            defaultValue = "${env:REST_UPDATE_INTERVAL:-5s}")
    private Interval interval;

    @Option(
            names = "--public-url",
            description = "Where the platform finds it (REST_PUBLIC_URL); default: host and port.",
            defaultValue = "${env:REST_PUBLIC_URL}")
    private URI publicUrl;

    @Option(
            names = "--seed",
            description = "The same seed gives the same values (SOAM_SIMULATOR_SEED).",
            defaultValue = "${env:SOAM_SIMULATOR_SEED:-1}")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Platform> platform = platform();
        Chance chance = new Chance(seed);
        City city = new City(chance.split(), Clock.systemUTC());
        try (SensorApi api =
                new SensorApi(new InetSocketAddress(host, port), city, Clock.systemUTC())) {
            api.start();
            URI self = URI.create("http://%s:%d/".formatted(host, api.port()));
            LOG.log(Level.INFO, "Answers at {0}", self);
            platform.ifPresent(target -> register(target, self));
            new Pulse(interval, chance).drive(city::measure);
        }
        return 0;
    }

    private Optional<Platform> platform() {
        try {
            return Platform.of(System.getenv());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void register(Platform platform, URI self) {
        URI address = publicUrl == null ? self : publicUrl;
        Thread thread =
                new Thread(
                        new Registration(platform, address, Registration.FIRST_PAUSE),
                        "registration");
        thread.setDaemon(true);
        thread.start();
    }
}
