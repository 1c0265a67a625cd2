package io.soam.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the way from the publisher to bronze. */
@Command(
        name = "ingest",
        sortOptions = false,
        description = {
            "Sends numbered messages to the broker at given rates, whether or not it keeps up, finds",
            "them in bronze again, and tells what is lost, doubled, how long it took and what CPU",
            "time it cost each process."
        },
        footer = {
            "",
            "Exit code 0 only if nothing was lost or doubled. What has been sent stays in the lake."
        })
final class IngestCommand implements Callable<Integer> {

    /** Of the data source that every installation has; see smartcity/sensors/#. */
    private static final String TOPICS = "smartcity/sensors/bench/device";

    @Spec private CommandSpec spec;

    @Option(
            names = "--rate",
            split = ",",
            defaultValue = "1000,5000,10000",
            description = "Messages a second, one step for each; default: ${DEFAULT-VALUE}.")
    private List<Integer> rates;

    @Option(
            names = "--duration",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Seconds of each step; default: ${DEFAULT-VALUE}.")
    private int duration;

    @Option(
            names = "--devices",
            defaultValue = "200",
            description = "Devices that number their messages; default: ${DEFAULT-VALUE}.")
    private int devices;

    @Option(names = "--topics", description = "Topics they send to; default: one for each device.")
    private Integer topics;

    @Option(
            names = "--payload",
            paramLabel = "BYTES",
            defaultValue = "200",
            description = "Bytes of a message; default: ${DEFAULT-VALUE}.")
    private int payload;

    @Option(
            names = "--qos",
            defaultValue = "1",
            description = "MQTT quality of service; default: ${DEFAULT-VALUE}.")
    private int qos;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description =
                    "Seconds at the first rate that count nowhere; default: ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() throws BenchException, InterruptedException, IOException, SQLException {
        check();
        IngestBench bench = new IngestBench(Stack.of(System.getenv()), TOPICS, this::progress);
        Report report =
                bench.run(
                        load(rates.get(0), warmUp),
                        rates.stream().map(rate -> load(rate, duration)).toList());
        print(report);
        return report.steps().stream().allMatch(StepResult::isFaultless) ? 0 : 1;
    }

    private Load load(int rate, int seconds) {
        return new Load(
                rate,
                Duration.ofSeconds(seconds),
                devices,
                topics == null ? devices : Math.min(topics, devices),
                payload,
                qos);
    }

    private void check() {
        boolean positive =
                Stream.concat(
                                rates.stream(),
                                Stream.of(duration, devices, topics == null ? 1 : topics, payload))
                        .allMatch(number -> number > 0);
        if (!positive || rates.isEmpty() || warmUp < 0) {
            throw wrong("Rates, duration, devices, topics and payload must be more than 0.");
        }
        if (qos < 0 || qos > 2) {
            throw wrong("The quality of service must be 0, 1 or 2, not " + qos + ".");
        }
        for (int rate : rates) {
            if ((long) rate * duration > Integer.MAX_VALUE / 2) {
                throw wrong("A step of more than a thousand million messages is too long.");
            }
        }
    }

    private ParameterException wrong(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }

    /** To where it does not spoil what programs read. */
    private void progress(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private void print(Report report) throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            new Table(out).print(report);
        }
        out.flush();
    }
}
