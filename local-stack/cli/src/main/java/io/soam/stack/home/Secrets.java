package io.soam.stack.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Generated secrets, kept in a file that only its owner may read. A secret is four groups of six
 * letters and digits that cannot be mistaken for each other: about 118 bits.
 */
public final class Secrets {

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 6;

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /** The secrets in the file; those it lacks are generated and written. */
    public static Secrets loadOrGenerate(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        if (generateMissing(values)) {
            store(values, file);
        }
        return new Secrets(values);
    }

    public String value(Secret secret) {
        return values.getProperty(secret.key());
    }

    private static boolean generateMissing(Properties values) {
        SecureRandom random = new SecureRandom();
        boolean generated = false;
        for (Secret secret : Secret.values()) {
            if (!values.containsKey(secret.key())) {
                values.setProperty(secret.key(), generate(random));
                generated = true;
            }
        }
        return generated;
    }

    private static String generate(SecureRandom random) {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> group(random))
                .collect(Collectors.joining("-"));
    }

    private static String group(SecureRandom random) {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private static void store(Properties values, Path file) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "Generated for this local stack");
        PrivateFile.write(file, text.toString());
    }
}
