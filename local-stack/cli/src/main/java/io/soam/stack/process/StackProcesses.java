package io.soam.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All processes of one stack, found by what every part and every child of a part has inherited in
 * its environment. Finds also what no pid file knows, such as Spark.
 */
public record StackProcesses(Path home) {

    /** Not SOAM_…: those are taken out of Spark's environment. */
    private static final String HOME = "LOCAL_STACK_HOME";

    private static final String PART = "LOCAL_STACK_PART";
    private static final String SPARK = "org.apache.spark.deploy.SparkSubmit";

    /** What a part's environment must hold to be found. */
    public Map<String, String> mark(String part) {
        return Map.of(HOME, home.toString(), PART, part);
    }

    /** A part's process with all children, also those that outlived it. */
    public List<ProcessId> of(String part) {
        return ProcessHandle.allProcesses()
                .filter(process -> isMarked(process.pid(), part))
                .flatMap(process -> ProcessId.of(process.pid()).stream())
                .toList();
    }

    /** The Spark application, whichever server has launched it. */
    public Optional<ProcessId> spark() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> ProcessId.of(process.pid()).stream())
                .filter(StackProcesses::isSpark)
                .filter(process -> partOf(process).isPresent())
                .findFirst();
    }

    /** The part of this stack that a process belongs to. */
    public Optional<String> partOf(ProcessId process) {
        List<String> environment = environment(process.pid());
        return environment.contains(HOME + "=" + home)
                ? environment.stream()
                        .filter(entry -> entry.startsWith(PART + "="))
                        .map(entry -> entry.substring(PART.length() + 1))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isMarked(long pid, String part) {
        return environment(pid).containsAll(List.of(HOME + "=" + home, PART + "=" + part));
    }

    private static List<String> environment(long pid) {
        return ProcFile.read(Path.of("/proc/" + pid + "/environ"))
                .map(text -> List.of(text.split("\0")))
                .orElse(List.of());
    }

    private static boolean isSpark(ProcessId process) {
        return ProcFile.read(Path.of("/proc/" + process.pid() + "/cmdline"))
                .filter(command -> command.contains(SPARK))
                .isPresent();
    }
}
