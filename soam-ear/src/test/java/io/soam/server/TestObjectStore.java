package io.soam.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** The S3 API on a directory, as a process of its own. */
final class TestObjectStore implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final String secret;

    private TestObjectStore(Process process, int port, String secret) {
        this.process = process;
        this.port = port;
        this.secret = secret;
    }

    static TestObjectStore start() throws IOException {
        Path directory =
                Files.createDirectories(Path.of(System.getProperty("soam.test.directory"), "s3"));
        Path data = Files.createTempDirectory(directory, "data");
        int port = Ports.free();
        String secret = UUID.randomUUID().toString();
        Path configuration = directory.resolve("s3proxy.conf");
        Files.write(
                configuration,
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:" + port,
                        "s3proxy.authorization=aws-v2-or-v4",
                        "s3proxy.identity=soam",
                        "s3proxy.credential=" + secret,
                        "s3proxy.v4-max-non-chunked-request-size=134217728",
                        "jclouds.provider=filesystem-nio2",
                        "jclouds.filesystem.basedir=" + data,
                        "jclouds.identity=local",
                        "jclouds.credential=local"));
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-jar",
                                System.getProperty("soam.s3proxy"),
                                "--properties",
                                configuration.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("s3proxy.log").toFile())
                        .start();
        TestObjectStore store = new TestObjectStore(process, port, secret);
        Awaitility.await().atMost(START_LIMIT).ignoreExceptions().until(store::answers);
        return store;
    }

    String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    String secret() {
        return secret;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket.isConnected();
        }
    }
}
