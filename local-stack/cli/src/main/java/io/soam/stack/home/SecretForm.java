package io.soam.stack.home;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What generated secrets look like. */
enum SecretForm {
    /**
     * Four groups of six letters and digits that cannot be mistaken for each other: about 118 bits.
     */
    PASSWORD {
        @Override
        String generate(SecureRandom random) {
            return IntStream.range(0, GROUPS)
                    .mapToObj(group -> group(random))
                    .collect(Collectors.joining("-"));
        }
    },

    /** 256 bits in Base64. */
    AES_KEY {
        @Override
        String generate(SecureRandom random) {
            byte[] key = new byte[AES_KEY_BYTES];
            random.nextBytes(key);
            return Base64.getEncoder().encodeToString(key);
        }
    };

    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 6;
    private static final int AES_KEY_BYTES = 32;

    abstract String generate(SecureRandom random);

    private static String group(SecureRandom random) {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
