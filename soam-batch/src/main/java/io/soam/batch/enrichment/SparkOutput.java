package io.soam.batch.enrichment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Copies what the application prints into the server's log, without the secrets it was given, and
 * remembers the last line that tells of a failure. Somebody must read it, or the application stops
 * when the pipe is full.
 */
final class SparkOutput implements Runnable {

    static final Logger LOG = Logger.getLogger("io.soam.spark");

    /** A line as {@code spark-home/conf/log4j2.properties} has it: time, level and the rest. */
    private static final Pattern LINE =
            Pattern.compile("\\S+ (TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +(.*)");

    /** A class that ends so and its message, as stack traces begin; the trace itself is cut off. */
    private static final Pattern FAILURE =
            Pattern.compile(
                    "(?:^|[ :])((?:[a-z]\\w*\\.)+\\w*(?:Exception|Error)\\b.*?)(?: \\| .*)?$");

    private final InputStream stream;
    private final List<String> secrets;
    private volatile String failure;

    SparkOutput(InputStream stream, List<String> secrets) {
        this.stream = stream;
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    @Override
    public void run() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The output of the Spark application broke off.", e);
        }
    }

    /** The last failure that it told of; null if none. */
    String failure() {
        return failure;
    }

    private void take(String line) {
        String text = line;
        for (String secret : secrets) {
            text = text.replace(secret, "***");
        }
        Matcher matcher = FAILURE.matcher(text);
        if (matcher.find()) {
            failure = matcher.group(1);
        }
        Matcher parts = LINE.matcher(text);
        if (parts.matches()) {
            LOG.log(Logger.Level.valueOf(parts.group(1)), parts.group(2));
        } else {
            LOG.info(text);
        }
    }
}
