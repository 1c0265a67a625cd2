package io.soam.stack.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command line of the JDK that runs this program. */
final class JavaCommand {

    /** Ready sooner, and good enough for what carries no load. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1");

    private final List<String> words = new ArrayList<>();

    private JavaCommand() {
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    static JavaCommand withHeap(int mebibytes) {
        return new JavaCommand()
                .options("-Xmx" + mebibytes + "m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");
    }

    JavaCommand options(String... options) {
        return options(List.of(options));
    }

    JavaCommand options(List<String> options) {
        words.addAll(options);
        return this;
    }

    /** Opens packages, such as {@code java.base/java.nio}, to reflection. */
    JavaCommand opens(String... packages) {
        for (String name : packages) {
            words.add("--add-opens=" + name + "=ALL-UNNAMED");
        }
        return this;
    }

    List<String> jar(Path jar, String... arguments) {
        words.addAll(List.of("-jar", jar.toString()));
        words.addAll(List.of(arguments));
        return List.copyOf(words);
    }

    List<String> main(Path classPath, String mainClass, List<String> arguments) {
        words.addAll(List.of("-cp", classPath.toString(), mainClass));
        words.addAll(arguments);
        return List.copyOf(words);
    }
}
