package io.soam.stack.part;

import io.soam.stack.home.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A service in a JVM of its own: one jar, one port, one directory. */
abstract class JarService implements Part {

    private final Installation stack;
    private final String name;
    private final int port;
    private final int memory;
    private final Path jar;

    /**
     * @param jar below the directory of all services
     */
    JarService(Installation stack, String name, int port, int memory, String jar) {
        this.stack = stack;
        this.name = name;
        this.port = port;
        this.memory = memory;
        this.jar = stack.checkout().service(jar);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Stage stage() {
        return Stage.SERVICE;
    }

    @Override
    public final List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public final int memory() {
        return memory;
    }

    @Override
    public final List<Path> artifacts() {
        return List.of(jar);
    }

    @Override
    public void prepare() throws IOException {}

    final Installation stack() {
        return stack;
    }

    final int servicePort() {
        return port;
    }

    final Path jar() {
        return jar;
    }

    final Path directory() {
        return stack.home().data(name);
    }
}
