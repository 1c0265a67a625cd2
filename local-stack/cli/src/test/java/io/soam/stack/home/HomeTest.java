package io.soam.stack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir Path directory;

    @Test
    void isClosedToOthers() throws IOException {
        Home home = new Home(directory.resolve("home"));

        home.create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void deletesOnlyWhatThisProgramMade() throws IOException {
        Home home = new Home(directory.resolve("home"));
        home.create();
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "kept");
        Files.createSymbolicLink(home.data("run").resolve("link"), elsewhere);
        Path foreign = Files.writeString(home.directory().resolve("notes.txt"), "kept");

        home.delete();

        assertThat(foreign).hasContent("kept");
        assertThat(elsewhere).hasContent("kept");
        assertThat(home.data("run")).doesNotExist();
        assertThat(home.data("logs")).doesNotExist();
    }

    @Test
    void anEmptyHomeGoesAsWell() throws IOException {
        Home home = new Home(directory.resolve("home"));
        home.create();

        home.delete();

        assertThat(home.directory()).doesNotExist();
    }
}
