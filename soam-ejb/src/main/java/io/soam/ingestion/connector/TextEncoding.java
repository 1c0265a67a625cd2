package io.soam.ingestion.connector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Brings texts to UTF-8 without byte order mark, which is what payloads are kept as. */
public final class TextEncoding {

    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final byte[] UTF_16_BIG_MARK = {(byte) 0xfe, (byte) 0xff};
    private static final byte[] UTF_16_LITTLE_MARK = {(byte) 0xff, (byte) 0xfe};

    private TextEncoding() {}

    /**
     * The text in UTF-8.
     *
     * @param declared the character set that came with it; null if none did, then the text's byte
     *     order mark decides, and without one it is left as it is
     * @throws CharacterCodingException if it is not a text of that character set
     */
    public static byte[] utf8(byte[] text, Charset declared) throws CharacterCodingException {
        if (starts(text, UTF_8_MARK)) {
            return Arrays.copyOfRange(text, UTF_8_MARK.length, text.length);
        }
        boolean marked = starts(text, UTF_16_BIG_MARK) || starts(text, UTF_16_LITTLE_MARK);
        Charset charset = declared == null && marked ? StandardCharsets.UTF_16 : declared;
        if (charset == null || charset.equals(UTF_8)) {
            return text;
        }
        CharBuffer characters = charset.newDecoder().decode(ByteBuffer.wrap(text));
        return characters.toString().getBytes(UTF_8);
    }

    private static boolean starts(byte[] text, byte[] mark) {
        return text.length >= mark.length
                && Arrays.equals(text, 0, mark.length, mark, 0, mark.length);
    }
}
