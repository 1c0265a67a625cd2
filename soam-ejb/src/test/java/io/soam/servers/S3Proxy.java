package io.soam.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The S3 API on a directory; it can be stopped and started again at the same port. */
public final class S3Proxy implements AutoCloseable {

    public static final String ACCESS_KEY = "test";
    public static final String SECRET_KEY = "test-secret";

    private final Path directory;
    private final int port = ServerProcess.freePort();
    private ServerProcess process;

    /** A store that is not started yet. */
    public S3Proxy(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(data());
        Files.writeString(
                directory.resolve("s3proxy.conf"),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=local
                jclouds.credential=local
                """
                        .formatted(port, ACCESS_KEY, SECRET_KEY, data()));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /** Where the objects lie. */
    public Path data() {
        return directory.resolve("data");
    }

    public void start() {
        process =
                ServerProcess.start(
                        List.of(
                                "java",
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                "target/servers/s3proxy.jar",
                                "--properties",
                                directory.resolve("s3proxy.conf").toString()),
                        directory.resolve("s3proxy.log"),
                        port);
    }

    public void stop() {
        process.kill();
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
