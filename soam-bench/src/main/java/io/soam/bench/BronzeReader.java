package io.soam.bench;

import io.minio.GetObjectArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Reads objects of bronze over S3, one after the other, with another reader of Parquet than the one
 * that the server's writer comes with.
 */
final class BronzeReader implements AutoCloseable {

    private static final String ROWS =
            """
            select try_cast(split_part(split_part(payload, ?, 2), ',', 1) as integer),
                   ('0x' || left(message_id, 15))::bigint, epoch_us(event_time), epoch_us(received_at)
            from read_parquet(?) where starts_with(payload, ?)
            """;

    private final MinioClient client;
    private final String bucket;
    private final Connection duck;
    private final Path directory;

    private BronzeReader(MinioClient client, String bucket, Connection duck, Path directory) {
        this.client = client;
        this.bucket = bucket;
        this.duck = duck;
        this.directory = directory;
    }

    static BronzeReader open(Stack stack) throws IOException, SQLException {
        MinioClient client =
                MinioClient.builder()
                        .endpoint(stack.lakeEndpoint())
                        .region(stack.lakeRegion())
                        .credentials(stack.lakeAccessKey(), stack.lakeSecretKey())
                        .build();
        return new BronzeReader(
                client,
                stack.lakeBucket(),
                DriverManager.getConnection("jdbc:duckdb:"),
                Files.createTempDirectory("soam-bench"));
    }

    /** Hands all messages of a step that are in the objects to the audit. */
    void read(List<Catalogue.Entry> objects, String step, Audit audit)
            throws BenchException, IOException, SQLException {
        try (PreparedStatement rows = duck.prepareStatement(ROWS)) {
            rows.setString(1, Payloads.NUMBER);
            rows.setString(3, Payloads.begin(step));
            for (Catalogue.Entry object : objects) {
                // A name of its own for each, because DuckDB remembers files by their names.
                Path file = directory.resolve(object.id() + ".parquet");
                download(object.key(), file);
                rows.setString(2, file.toString());
                read(rows, object.registeredMicros(), audit);
                Files.delete(file);
            }
        }
    }

    private static void read(PreparedStatement rows, long registeredMicros, Audit audit)
            throws SQLException {
        try (ResultSet result = rows.executeQuery()) {
            while (result.next()) {
                audit.row(
                        result.getInt(1),
                        result.getLong(2),
                        result.getLong(3),
                        result.getLong(4),
                        registeredMicros);
            }
        }
    }

    private void download(String key, Path file) throws BenchException {
        try (InputStream object =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            Files.copy(object, file);
        } catch (MinioException | IOException e) {
            throw new BenchException("The registered object " + key + " cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        duck.close();
        Files.deleteIfExists(directory);
    }
}
