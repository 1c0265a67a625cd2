package io.soam.spark.enrichment;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real S3 API on a directory, in a process of its own. */
final class TestObjectStore implements AutoCloseable {

    static final String ACCESS_KEY = "soam-test";
    static final String SECRET_KEY = "only-for-this-test";

    private final int port;
    private final Process process;

    TestObjectStore(Path directory, Path log) throws IOException {
        port = freePort();
        Files.createDirectories(directory.resolve("lake"));
        Path configuration = directory.resolveSibling("s3proxy.conf");
        Files.write(
                configuration,
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=" + ACCESS_KEY,
                        "s3proxy.credential=" + SECRET_KEY,
                        "s3proxy.v4-max-non-chunked-request-size=134217728",
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + directory,
                        "jclouds.identity=local",
                        "jclouds.credential=local"));
        process =
                new ProcessBuilder(
                                "java",
                                "-Xmx192m",
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                System.getProperty("s3proxy"),
                                "--properties",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                        .start();
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
