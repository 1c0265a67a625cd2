package io.soam.platform.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what people entrust to the server and the database must not show: AES-256 in Galois
 * counter mode, bound to the place where the secret is kept, so that a ciphertext that is copied
 * elsewhere opens nothing.
 *
 * <p>The text form is {@code v1.<key id>.<Base64 of nonce and ciphertext>}. The key comes from the
 * environment; earlier keys still open what they have sealed.
 */
@ApplicationScoped
public class SecretCipher {

    private static final String VERSION = "v1";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject PlatformConfig config;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private String current;

    @PostConstruct
    void readKeys() {
        current = add(config.secretKey());
        config.previousSecretKeys().forEach(this::add);
    }

    static SecretCipher of(String key, List<String> previous) {
        SecretCipher cipher = new SecretCipher();
        cipher.current = cipher.add(key);
        previous.forEach(cipher::add);
        return cipher;
    }

    /**
     * Encrypts a secret.
     *
     * @param place where it is kept, such as a data source and a setting; needed to open it
     */
    public String seal(String secret, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, keys.get(current), nonce, place)
                            .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return VERSION + "." + current + "." + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + TRANSFORMATION, e);
        }
    }

    /**
     * Decrypts a secret.
     *
     * @throws SealedSecretException if it was sealed by a key that is not known here, for another
     *     place, or altered
     */
    public String open(String sealed, String place) {
        String[] parts = sealed.split("\\.", 3);
        SecretKeySpec key =
                parts.length == 3 && VERSION.equals(parts[0]) ? keys.get(parts[1]) : null;
        if (key == null) {
            throw new SealedSecretException(
                    "A stored secret was encrypted with a key that this server does not have. Give"
                            + " it back as SOAM_SECRET_PREVIOUS_KEYS, or enter the secret again.");
        }
        try {
            byte[] all = Base64.getDecoder().decode(parts[2]);
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            byte[] secret =
                    cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                            .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new String(secret, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealedSecretException(
                    "A stored secret cannot be decrypted: it has been altered, or belongs elsewhere."
                            + " Enter it again.",
                    e);
        }
    }

    private String add(String key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(key.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(wanted(), e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(wanted());
        }
        String id = HexFormat.of().formatHex(digest(bytes), 0, 4);
        keys.put(id, new SecretKeySpec(bytes, "AES"));
        return id;
    }

    private static String wanted() {
        return "SOAM_SECRET_KEY must be the Base64 of "
                + KEY_BYTES
                + " random bytes, as `openssl rand -base64 32` prints them.";
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] digest(byte[] key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
