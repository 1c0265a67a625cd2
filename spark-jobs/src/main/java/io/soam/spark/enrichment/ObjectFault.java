package io.soam.spark.enrichment;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.spark.SparkException;

/**
 * Tells faults of an object from those of what is needed to read it. Only the former justify to
 * give an object up: it does not exist, is not Parquet, or its rows cannot be refined. All else may
 * pass, so in doubt a fault is taken for passing.
 */
final class ObjectFault {

    /** By name, because not all of these are at hand when this is compiled. */
    private static final List<String> PASSING =
            List.of(
                    "org.apache.hadoop.fs.s3a.",
                    "software.amazon.awssdk.",
                    "org.apache.http.",
                    "org.apache.spark.scheduler.",
                    "org.apache.spark.shuffle.",
                    "java.net.",
                    "javax.net.",
                    "java.sql.",
                    "org.postgresql.");

    /** What decodes the bytes of an object; an I/O exception of theirs is about those bytes. */
    private static final List<String> DECODERS =
            List.of(
                    "org.apache.parquet.",
                    "shaded.parquet.",
                    "com.github.luben.zstd.",
                    "org.xerial.snappy.");

    private ObjectFault() {}

    /** Whether a fault in reading and refining an object is evidence against the object. */
    static boolean isEvidence(Throwable fault) {
        Throwable at = fault;
        while (true) {
            if (at instanceof FileNotFoundException) {
                // Below it is the answer of the store, which is one that says 404.
                return true;
            }
            if (isPassing(at)) {
                return false;
            }
            if (at.getCause() == null) {
                // Spark's own, without a cause, says that a task was lost, not why.
                return !at.getClass().equals(SparkException.class);
            }
            at = at.getCause();
        }
    }

    private static boolean isPassing(Throwable fault) {
        return isOf(PASSING, fault.getClass().getName())
                || fault instanceof TimeoutException
                || fault instanceof InterruptedException
                || (fault instanceof VirtualMachineError && !(fault instanceof StackOverflowError))
                || (fault instanceof IOException io && !isCorruption(io));
    }

    private static boolean isCorruption(IOException fault) {
        if (fault instanceof ChecksumException) {
            return true;
        }
        StackTraceElement[] frames = fault.getStackTrace();
        if (fault instanceof EOFException) {
            // Thrown by the file's stream if Parquet's footer points beyond the end.
            for (StackTraceElement frame : frames) {
                if (isOf(DECODERS, frame.getClassName())) {
                    return true;
                }
            }
            return false;
        }
        return frames.length > 0 && isOf(DECODERS, frames[0].getClassName());
    }

    private static boolean isOf(List<String> packages, String className) {
        return packages.stream().anyMatch(className::startsWith);
    }
}
