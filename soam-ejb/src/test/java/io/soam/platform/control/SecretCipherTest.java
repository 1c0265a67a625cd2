package io.soam.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretCipherTest {

    private static final String KEY = key(1);
    private static final String OTHER_KEY = key(2);

    private final SecretCipher cipher = SecretCipher.of(KEY, List.of());

    @Test
    void opensWhatItHasSealed_andShowsNothingOfIt() {
        String sealed = cipher.seal("pässword", "source/password");

        assertThat(sealed).startsWith("v1.").doesNotContain("pässword");
        assertThat(cipher.open(sealed, "source/password")).isEqualTo("pässword");
    }

    @Test
    void sealsTheSameDifferentlyEachTime() {
        assertThat(cipher.seal("a", "place")).isNotEqualTo(cipher.seal("a", "place"));
    }

    @Test
    void aCiphertextThatIsMovedOrAltered_opensNothing() {
        String sealed = cipher.seal("secret", "mine/password");
        String altered = sealed.substring(0, sealed.length() - 4) + "AAA=";

        assertThatThrownBy(() -> cipher.open(sealed, "yours/password"))
                .isInstanceOf(SealedSecretException.class)
                .hasMessageContaining("Enter it again");
        assertThatThrownBy(() -> cipher.open(altered, "mine/password"))
                .isInstanceOf(SealedSecretException.class);
        assertThatThrownBy(() -> cipher.open("nonsense", "mine/password"))
                .isInstanceOf(SealedSecretException.class);
    }

    @Test
    void anEarlierKeyStillOpens_anUnknownOneSaysWhatToDo() {
        String sealed = SecretCipher.of(OTHER_KEY, List.of()).seal("old", "place");

        assertThat(SecretCipher.of(KEY, List.of(OTHER_KEY)).open(sealed, "place")).isEqualTo("old");
        assertThatThrownBy(() -> cipher.open(sealed, "place"))
                .isInstanceOf(SealedSecretException.class)
                .hasMessageContaining("SOAM_SECRET_PREVIOUS_KEYS");
    }

    @Test
    void aKeyOfTheWrongSize_isRefusedWithoutShowingIt() {
        String weak = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> SecretCipher.of(weak, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(weak);
        assertThatThrownBy(() -> SecretCipher.of("not base 64!", List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
