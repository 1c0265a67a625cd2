package io.soam.spark.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hadoop.fs.s3a.AWSClientIOException;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.SparkException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class ObjectFaultTest {

    static Stream<Throwable> evidence() {
        return Stream.of(
                new FileNotFoundException("gone"),
                new FileNotFoundException("gone")
                        .initCause(NoSuchKeyException.builder().message("404").build()),
                new RuntimeException("a.parquet is not a Parquet file. Expected magic number"),
                new ParquetDecodingException("Can not read value at 1 in block 0"),
                thrownIn(new IOException("can not read PageHeader"), "org.apache.parquet.Util"),
                thrownIn(
                        new EOFException("Reached the end of stream"),
                        "org.apache.hadoop.fs.FSDataInputStream",
                        "org.apache.parquet.hadoop.ParquetFileReader"),
                thrownIn(new IOException("Corrupted block"), "com.github.luben.zstd.ZstdInput"),
                new StackOverflowError(),
                new IllegalStateException("No row can be summed up"));
    }

    static Stream<Throwable> passing() {
        return Stream.of(
                new SocketTimeoutException("Read timed out"),
                new IOException("Input/output error"),
                new EOFException("Unexpected end of the answer"),
                new UnknownStoreException("s3a://lake", "404"),
                new AWSClientIOException(
                        "open", SdkClientException.builder().message("no route").build()),
                S3Exception.builder().statusCode(503).message("Slow Down").build(),
                new ParquetDecodingException("Can not read value", new SocketTimeoutException()),
                thrownIn(
                        new IOException("can not read PageHeader", new IOException("reset")),
                        "org.apache.parquet.format.Util"),
                new TimeoutException(),
                new InterruptedException(),
                new OutOfMemoryError(),
                new SQLException("The connection is closed"),
                new SparkException("Job aborted: executor lost"));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void whatIsWrongWithAnObjectIsEvidence(Throwable fault) {
        assertThat(ObjectFault.isEvidence(fault)).isTrue();
        assertThat(ObjectFault.isEvidence(inSpark(fault))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatMayPassIsNone(Throwable fault) {
        assertThat(ObjectFault.isEvidence(fault)).isFalse();
        assertThat(ObjectFault.isEvidence(inSpark(fault))).isFalse();
    }

    private static Throwable inSpark(Throwable cause) {
        return new SparkException(
                "Job aborted due to stage failure", new SparkException("FAILED_READ_FILE", cause));
    }

    private static Throwable thrownIn(Throwable fault, String... classes) {
        fault.setStackTrace(
                Stream.of(classes)
                        .map(name -> new StackTraceElement(name, "read", null, -1))
                        .toArray(StackTraceElement[]::new));
        return fault;
    }
}
