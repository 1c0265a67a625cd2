package io.soam.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands before a real object store and passes on what it is asked, byte by byte, except that it
 * does to each PUT what a test wants.
 */
public final class MisbehavingStore implements AutoCloseable {

    /** What becomes of a PUT. */
    public sealed interface Fate {}

    /** It is passed on. */
    public record Passed() implements Fate {}

    /** It is answered 503 and not passed on. */
    public record Refused() implements Fate {}

    /** It is passed on, but the connection ends before its answer. */
    public record AnswerLost() implements Fate {}

    /** It is passed on when something has happened, or after some time. */
    public record Delayed(CountDownLatch until, Duration atMost) implements Fate {}

    private static final byte[] SLOW_DOWN =
            """
            HTTP/1.1 503 Slow Down\r
            Content-Type: application/xml\r
            Content-Length: 73\r
            Connection: close\r
            \r
            <Error><Code>SlowDown</Code><Message>Reduce your rate.</Message></Error>
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final int storePort;
    private final Function<String, Fate> fates;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final AtomicInteger puts = new AtomicInteger();

    /**
     * @param store where the real one listens
     * @param fates what becomes of a PUT of that path
     */
    public MisbehavingStore(S3Proxy store, Function<String, Fate> fates) throws IOException {
        this.storePort = Integer.parseInt(store.endpoint().replaceAll(".*:", ""));
        this.fates = fates;
        this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** PUTs that it was asked for so far. */
    public int puts() {
        return puts.get();
    }

    /** The largest number of PUTs that were under way at once. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort);
                sockets.add(client);
                sockets.add(store);
                Exchange exchange = new Exchange(client, store);
                threads.execute(exchange::requests);
                threads.execute(exchange::answers);
            }
        } catch (IOException e) {
            // The test has ended.
            sockets.clear();
        }
    }

    /** One connection, on which requests follow each other. */
    private final class Exchange {

        private final Socket client;
        private final Socket store;
        private volatile boolean answerLost;
        private volatile boolean put;

        Exchange(Socket client, Socket store) {
            this.client = client;
            this.store = store;
        }

        void requests() {
            try (client;
                    store) {
                byte[] bytes = new byte[1 << 16];
                InputStream in = client.getInputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    if (begins(bytes, length) && !meets(path(bytes, length))) {
                        return;
                    }
                    store.getOutputStream().write(bytes, 0, length);
                }
            } catch (IOException | InterruptedException e) {
                // Either side has gone, which is for the one under test to see.
                ended();
            }
        }

        void answers() {
            try (client;
                    store) {
                byte[] bytes = new byte[1 << 16];
                InputStream in = store.getInputStream();
                OutputStream out = client.getOutputStream();
                for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                    ended();
                    if (answerLost) {
                        return;
                    }
                    out.write(bytes, 0, length);
                }
            } catch (IOException e) {
                ended();
            }
        }

        /** Whether the request is to be passed on. */
        private boolean meets(String path) throws IOException, InterruptedException {
            puts.incrementAndGet();
            put = true;
            mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            Fate fate = fates.apply(path);
            if (fate instanceof Refused) {
                ended();
                client.getOutputStream().write(SLOW_DOWN);
                client.shutdownOutput();
                drain();
                return false;
            }
            if (fate instanceof Delayed delayed) {
                delayed.until().await(delayed.atMost().toMillis(), TimeUnit.MILLISECONDS);
            }
            answerLost = fate instanceof AnswerLost;
            return true;
        }

        /** Ending a connection with something unread would take the answer back. */
        private void drain() throws IOException {
            client.setSoTimeout(200);
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }

        private synchronized void ended() {
            if (put) {
                put = false;
                underWay.decrementAndGet();
            }
        }

        private static boolean begins(byte[] bytes, int length) {
            return length > 4
                    && bytes[0] == 'P'
                    && bytes[1] == 'U'
                    && bytes[2] == 'T'
                    && bytes[3] == ' '
                    && path(bytes, length).contains("/bronze/");
        }

        private static String path(byte[] bytes, int length) {
            String text = new String(bytes, 4, length - 4, StandardCharsets.ISO_8859_1);
            return text.substring(0, Math.max(0, text.indexOf(' ')));
        }
    }
}
