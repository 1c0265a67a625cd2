package io.soam.stack.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/** Generated secrets, kept in a file that only its owner may read. */
public final class Secrets {

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
                values.setProperty(secret.key(), secret.generate(random));
                generated = true;
            }
        }
        return generated;
    }

    private static void store(Properties values, Path file) throws IOException {
        StringWriter text = new StringWriter();
        values.store(text, "Generated for this local stack");
        PrivateFile.write(file, text.toString());
    }
}
