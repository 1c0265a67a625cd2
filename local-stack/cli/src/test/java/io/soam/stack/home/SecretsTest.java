package io.soam.stack.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path directory;

    @Test
    void areGeneratedOnceAndForTheOwnerOnly() throws IOException {
        Path file = directory.resolve("secrets.properties");

        List<String> generated = values(Secrets.loadOrGenerate(file));

        assertThat(generated)
                .doesNotHaveDuplicates()
                .allMatch(
                        secret ->
                                secret.matches("([a-z2-9]{6}-){3}[a-z2-9]{6}|[A-Za-z0-9+/]{43}="));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(values(Secrets.loadOrGenerate(file))).isEqualTo(generated);
    }

    @Test
    void theKeyThatSealsIs256BitsLong() throws IOException {
        Secrets secrets = Secrets.loadOrGenerate(directory.resolve("secrets.properties"));

        assertThat(Base64.getDecoder().decode(secrets.value(Secret.SEALING))).hasSize(32);
    }

    @Test
    void aNewSecretJoinsThoseOfAnOlderStack() throws IOException {
        Path file = directory.resolve("secrets.properties");
        Files.writeString(file, "alice.password=known-since-long");

        Secrets secrets = Secrets.loadOrGenerate(file);

        assertThat(secrets.value(Secret.ALICE)).isEqualTo("known-since-long");
        assertThat(secrets.value(Secret.ULF)).isNotBlank();
        assertThat(Secrets.loadOrGenerate(file).value(Secret.ULF))
                .isEqualTo(secrets.value(Secret.ULF));
    }

    private static List<String> values(Secrets secrets) {
        return Arrays.stream(Secret.values()).map(secrets::value).toList();
    }
}
