package io.soam.simulator.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What to replay, and how. */
final class ReplayOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files, one after the other; of a directory its .csv, .json, .jsonl, .ndjson"
                            + " (AOT_DATA_DIR).",
            defaultValue = "${env:AOT_DATA_DIR}")
    private List<Path> files;

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

    /** How to replay. */
    ReplaySettings settings() {
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

    /** What to replay. */
    List<Recording> recordings() {
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
