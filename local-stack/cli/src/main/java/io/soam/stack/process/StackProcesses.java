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
    private static final String END = "\0";

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

    /** The Spark application that WildFly has launched. */
    public Optional<ProcessId> spark() {
        return of("wildfly").stream().filter(StackProcesses::isSpark).findFirst();
    }

    private boolean isMarked(long pid, String part) {
        return ProcFile.read(Path.of("/proc/" + pid + "/environ"))
                .map(environment -> END + environment)
                .filter(environment -> environment.contains(entry(HOME, home.toString())))
                .filter(environment -> environment.contains(entry(PART, part)))
                .isPresent();
    }

    private static boolean isSpark(ProcessId process) {
        return ProcFile.read(Path.of("/proc/" + process.pid() + "/cmdline"))
                .filter(command -> command.contains(SPARK))
                .isPresent();
    }

    private static String entry(String name, String value) {
        return END + name + "=" + value + END;
    }
}
