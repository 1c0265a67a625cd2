package io.soam.stack.part;

import io.soam.stack.health.HttpProbe;
import io.soam.stack.health.Probe;
import io.soam.stack.home.Installation;
import io.soam.stack.home.PrivateFile;
import io.soam.stack.home.Secret;
import io.soam.stack.process.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The S3 API on a directory (s3proxy); in production this is MinIO. */
final class ObjectStore extends JarService {

    static final String NAME = "object-store";
    static final String BUCKET = "lake";

    ObjectStore(Installation stack) {
        super(stack, NAME, stack.ports().objectStore(), 400, "s3proxy/s3proxy.jar");
    }

    /** A bucket is a directory to s3proxy. */
    @Override
    public void prepare() throws IOException {
        Path buckets = directory().resolve("buckets");
        Files.createDirectories(buckets.resolve(BUCKET));
        PrivateFile.write(
                configuration(),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.v4-max-non-chunked-request-size=134217728
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                jclouds.identity=local
                jclouds.credential=local
                """
                        .formatted(
                                servicePort(),
                                stack().secret(Secret.LAKE_ACCESS_KEY),
                                stack().secret(Secret.LAKE_SECRET_KEY),
                                buckets));
    }

    @Override
    public Launch launch() {
        return new Launch(
                directory(),
                JavaCommand.withHeap(256).jar(jar(), "--properties", configuration().toString()),
                Map.of());
    }

    /** Without a signature the request is refused, which shows that the store is there. */
    @Override
    public Probe probe() {
        return new HttpProbe(URI.create("http://127.0.0.1:" + servicePort() + "/"), 499);
    }

    private Path configuration() {
        return directory().resolve("s3proxy.properties");
    }
}
