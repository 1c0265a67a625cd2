package io.soam.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts what the servers under test need, once for all tests of this process, and tells Arquillian
 * where it is.
 */
public final class TestServices implements LauncherSessionListener {

    private static TestDatabase database;
    private static TestObjectStore objectStore;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("soam.server") == null) {
            return;
        }
        try {
            database = TestDatabase.start();
            objectStore = TestObjectStore.start();
            describeForArquillian();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The services of the tests do not start.", e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database == null) {
            return;
        }
        try {
            objectStore.close();
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestDatabase database() {
        return database;
    }

    static TestObjectStore objectStore() {
        return objectStore;
    }

    /** A server of its own, with a database of its own and without Spark. */
    private static void describeForArquillian() throws IOException, SQLException {
        int offset = Ports.freeOffset();
        Path base = ServerBase.make("arquillian", false);
        StringBuilder options =
                new StringBuilder("-Xmx512m -XX:TieredStopAtLevel=1")
                        .append(" --add-opens=java.base/java.nio=ALL-UNNAMED")
                        .append(" --add-opens=java.base/sun.util.calendar=ALL-UNNAMED")
                        .append(" -Djboss.server.base.dir=" + base)
                        .append(" -Djboss.socket.binding.port-offset=" + offset);
        Map<String, String> settings = Settings.of(database.create("arquillian"), base);
        settings.forEach(
                (name, value) ->
                        options.append(" -D" + Settings.property(name)).append("=" + value));
        System.setProperty("soam.test.server.options", options.toString());
        System.setProperty("soam.test.management.port", String.valueOf(Ports.MANAGEMENT + offset));
    }
}
