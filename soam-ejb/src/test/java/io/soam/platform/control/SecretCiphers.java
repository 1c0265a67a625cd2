package io.soam.platform.control;

import java.util.Base64;
import java.util.List;

/** Ciphers for tests of other components. */
public final class SecretCiphers {

    private SecretCiphers() {}

    /** One whose key everybody knows. */
    public static SecretCipher forTests() {
        return SecretCipher.of(Base64.getEncoder().encodeToString(new byte[32]), List.of());
    }
}
