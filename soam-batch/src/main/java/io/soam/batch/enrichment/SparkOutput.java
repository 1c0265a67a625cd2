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

    private static final Pattern LEVEL =
            Pattern.compile("\\b(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\\b");
    private static final int LEVEL_WITHIN = 60;

    /** First lines of a stack trace: a class that ends so, and its message. */
    private static final Pattern FAILURE =
            Pattern.compile("(?:^|[ :])((?:[a-z]\\w*\\.)+\\w*(?:Exception|Error)\\b.*)");

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
        LOG.log(level(text), text);
    }

    private static Logger.Level level(String line) {
        Matcher matcher = LEVEL.matcher(line).region(0, Math.min(line.length(), LEVEL_WITHIN));
        return matcher.find() ? Logger.Level.valueOf(matcher.group(1)) : Logger.Level.INFO;
    }
}
