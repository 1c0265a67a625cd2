package io.soam.stack.run;

import io.soam.stack.health.Probe;
import io.soam.stack.part.Part;
import io.soam.stack.part.Stage;
import io.soam.stack.process.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A part that runs a script of the shell. */
record ShellPart(String name, Stage stage, List<Integer> ports, Path directory, String script)
        implements Part {

    @Override
    public boolean optional() {
        return stage == Stage.DEVICE;
    }

    @Override
    public int memory() {
        return 1;
    }

    @Override
    public List<Path> artifacts() {
        return List.of(directory);
    }

    @Override
    public void prepare() {}

    @Override
    public Launch launch() {
        return new Launch(directory, List.of("bash", "-c", script), Map.of());
    }

    /** A script makes the file {@code ready} when it is. */
    @Override
    public Probe probe() {
        return () -> directory.resolve(name + ".ready").toFile().exists();
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(2);
    }
}
