package io.soam.lake.control;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The bucket of the lake, over the S3 API. */
@ApplicationScoped
public class ObjectStore {

    private static final int PRECONDITION_FAILED = 412;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    /** An upload of a few MiB that takes longer is better broken off and repeated. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration IDLE = Duration.ofMinutes(1);

    @Inject LakeConfig config;

    private MinioClient client;
    private OkHttpClient http;

    @PostConstruct
    void connect() {
        http =
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT_TIMEOUT)
                        .callTimeout(CALL_TIMEOUT)
                        .dispatcher(dispatcher())
                        .connectionPool(
                                new ConnectionPool(
                                        ObjectWriters.MOST_AT_ONCE,
                                        IDLE.toSeconds(),
                                        TimeUnit.SECONDS))
                        .build();
        client =
                MinioClient.builder()
                        .endpoint(config.endpoint().toString())
                        .region(config.region())
                        .credentials(config.accessKey(), config.secretKey())
                        .httpClient(http)
                        .build();
    }

    /** The client asks through this also when it waits for the answer; 5 is the usual limit. */
    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(2 * ObjectWriters.MOST_AT_ONCE);
        return dispatcher;
    }

    @PreDestroy
    void disconnect() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }

    /**
     * Stores an object under a key that is never used twice. An object that is there already is the
     * result of an earlier try whose answer was lost, and is left as it is.
     *
     * @throws ObjectStoreException if the store does not take it
     */
    public void putOnce(String key, byte[] content) throws ObjectStoreException {
        try {
            client.putObject(
                    PutObjectArgs.builder()
                            .bucket(config.bucket())
                            .object(key)
                            .data(content, content.length)
                            .contentType("application/vnd.apache.parquet")
                            .extraHeaders(Map.of("If-None-Match", "*"))
                            .build());
        } catch (ErrorResponseException e) {
            if (e.response().code() != PRECONDITION_FAILED) {
                throw new ObjectStoreException(config.endpoint(), e);
            }
        } catch (MinioException | RuntimeException e) {
            throw new ObjectStoreException(config.endpoint(), e);
        }
    }

    /**
     * Makes sure that the bucket exists.
     *
     * @throws ObjectStoreException if the store does not answer or refuses
     */
    public void ensureBucket() throws ObjectStoreException {
        try {
            if (!exists()) {
                client.makeBucket(MakeBucketArgs.builder().bucket(config.bucket()).build());
                LakeLog.LOG.bucketMade(config.bucket());
            }
        } catch (MinioException | RuntimeException e) {
            throw new ObjectStoreException(config.endpoint(), e);
        }
    }

    /**
     * Asks the store for the bucket.
     *
     * @throws ObjectStoreException if the store does not answer, refuses, or has no such bucket
     */
    public void check() throws ObjectStoreException {
        try {
            if (!exists()) {
                throw new ObjectStoreException(
                        "The bucket " + config.bucket() + " does not exist.");
            }
        } catch (MinioException | RuntimeException e) {
            throw new ObjectStoreException(config.endpoint(), e);
        }
    }

    /** Name of the bucket. */
    public String bucket() {
        return config.bucket();
    }

    private boolean exists() throws MinioException {
        return client.bucketExists(BucketExistsArgs.builder().bucket(config.bucket()).build());
    }
}
