package io.soam.simulator;

import io.soam.simulator.airquality.AirQualityCommand;
import io.soam.simulator.coap.CoapCommand;
import io.soam.simulator.replay.ReplayCommand;
import io.soam.simulator.rest.RestCommand;
import io.soam.simulator.sensor.Interval;
import io.soam.simulator.smartbin.SmartBinCommand;
import io.soam.simulator.temperature.TemperatureCommand;
import io.soam.simulator.traffic.TrafficCommand;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command {@code simulator}: one subcommand for each kind of device. */
@Command(
        name = "soam-simulator",
        description = "Devices that are not there, for demonstrations and tests.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        subcommands = {
            TemperatureCommand.class,
            AirQualityCommand.class,
            SmartBinCommand.class,
            TrafficCommand.class,
            CoapCommand.class,
            RestCommand.class,
            ReplayCommand.class
        })
public final class SimulatorMain {

    private static final String LOG_FORMAT = "java.util.logging.SimpleFormatter.format";

    /** Kept here, for a logger that nobody holds forgets its level. */
    private static final Logger CALIFORNIUM = Logger.getLogger("org.eclipse.californium");

    private SimulatorMain() {}

    /** Exit code 0 = ended as asked, 1 = failed, 2 = wrong usage, 143 = after SIGTERM. */
    public static void main(String[] args) {
        if (System.getProperty(LOG_FORMAT) == null) {
            System.setProperty(LOG_FORMAT, "%1$tFT%1$tT.%1$tL%1$tz %4$s %5$s%6$s%n");
        }
        CALIFORNIUM.setLevel(Level.WARNING);
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulatorMain())
                .registerConverter(Interval.class, Interval::parse);
    }
}
