package io.soam.stack.assembly;

import io.soam.stack.home.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's directory, made once for each version. */
record Assembly(Path target, String version) {

    /** Makes a service in an empty directory. */
    interface Step {
        void assemble(Path target) throws IOException, InterruptedException;
    }

    /** An aborted assembly leaves no marker and is repeated from the start. */
    void unlessDone(Step step) throws IOException, InterruptedException {
        Path marker = target.resolve("assembled-version.txt");
        if (Files.exists(marker) && Files.readString(marker).equals(version)) {
            return;
        }
        FileTree.delete(target);
        Files.createDirectories(target);
        step.assemble(target);
        Files.writeString(marker, version);
    }
}
