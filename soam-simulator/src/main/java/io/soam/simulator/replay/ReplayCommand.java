package io.soam.simulator.replay;

import io.soam.simulator.mqtt.BrokerConnection;
import io.soam.simulator.mqtt.BrokerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends recorded messages again. */
@Command(
        name = "replay",
        description = {
            "Sends recorded messages again, as if they were measured now.",
            "CSV with a header, JSON lines, or a JSON list; the latter two hold payloads or"
                    + " {\"topic\":…,\"payload\":…}."
        },
        showDefaultValues = true,
        sortOptions = false,
        footer = {
            "",
            "Exit code 0: all that could be read was acknowledged; lines that could not are counted.",
            "1: a file could not be read to its end, the broker has refused messages, or there were none."
        })
public final class ReplayCommand implements Callable<Integer> {

    private static final long ANSWER_SECONDS = 60;
    private static final long PAUSE_SECONDS = 1;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files, one after the other; of a directory its .csv, .json, .jsonl, .ndjson"
                            + " (AOT_DATA_DIR).",
            defaultValue = "${env:AOT_DATA_DIR}")
    private List<Path> files;

    @Mixin private BrokerOptions broker;

    @ArgGroup private Timing timing;

    @Option(names = "--topic", description = "For messages that name none.")
    private String topic;

    @Option(
            names = "--topic-prefix",
            description = "Before topics that messages name.",
            defaultValue = "")
    private String topicPrefix;

    @Option(
            names = "--time-field",
            description = "Which field tells when it was measured.",
            defaultValue = "timestamp")
    private String timeField;

    @Option(
            names = "--loop",
            description = "Begin again after the end (AOT_LOOP).",
            defaultValue = "${env:AOT_LOOP:-false}")
    private boolean loop;

    /** Either as recorded or evenly. */
    private static final class Timing {

        @Option(
                names = "--speed",
                converter = SpeedConverter.class,
                description = "How much faster than recorded, such as 10x; default: 1x.")
        private Speed speed = new Speed(1);

        @Option(names = "--rate", description = "Messages a second, whatever was recorded.")
        private Double rate;
    }

    private static final class SpeedConverter implements ITypeConverter<Speed> {

        @Override
        public Speed convert(String text) {
            return Speed.parse(text);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Recording> recordings = recordings();
        PrintWriter out = spec.commandLine().getOut();
        try (BrokerConnection connection = broker.connection()) {
            MqttTarget target = new MqttTarget(connection);
            Replay replay =
                    new Replay(settings(), target, Clock.systemUTC(), spec.commandLine().getErr());
            Thread ending = new Thread(() -> report(out, replay, target), "report");
            Runtime.getRuntime().addShutdownHook(ending);
            boolean whole = play(recordings, replay);
            boolean answered = target.awaitAnswers(ANSWER_SECONDS);
            return whole && answered && target.refused() == 0 && replay.sent() > 0 ? 0 : 1;
        }
    }

    private boolean play(List<Recording> recordings, Replay replay) throws InterruptedException {
        boolean whole = true;
        do {
            for (Recording recording : recordings) {
                whole &= play(recording, replay);
            }
            if (loop) {
                TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
            }
        } while (loop && whole);
        return whole;
    }

    private boolean play(Recording recording, Replay replay) throws InterruptedException {
        try {
            replay.begin();
            recording.read(replay);
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("The rest is not replayed: " + e.getMessage());
            spec.commandLine().getErr().flush();
            return false;
        }
    }

    private static void report(PrintWriter out, Replay replay, MqttTarget target) {
        out.println(
                "Ended: sent=%d acknowledged=%d refused=%d skipped=%d"
                        .formatted(
                                replay.sent(),
                                target.acknowledged(),
                                target.refused(),
                                replay.skipped()));
        out.flush();
    }

    private ReplaySettings settings() {
        Timing chosen = timing == null ? new Timing() : timing;
        if (chosen.rate != null && chosen.rate <= 0) {
            throw wrong("--rate must be more than 0, not " + chosen.rate);
        }
        return new ReplaySettings(
                chosen.speed,
                Optional.ofNullable(chosen.rate),
                Optional.ofNullable(topic),
                topicPrefix,
                timeField);
    }

    private List<Recording> recordings() {
        try {
            List<Recording> recordings = new ArrayList<>();
            for (Path file : files) {
                for (Path member : members(file)) {
                    recordings.add(Recording.of(member));
                }
            }
            return recordings;
        } catch (IOException e) {
            throw wrong("Cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private static List<Path> members(Path file) throws IOException {
        if (!Files.isDirectory(file)) {
            if (!Files.isReadable(file)) {
                throw new IOException("there is no file " + file);
            }
            return List.of(file);
        }
        try (Stream<Path> entries = Files.list(file)) {
            return entries.filter(entry -> entry.toString().matches(".*\\.(csv|json|jsonl|ndjson)"))
                    .sorted()
                    .toList();
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
