package io.soam.ingestion.connector;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * What came of trying a configuration out.
 *
 * @param reached whether the other side could be reached and used
 * @param message what happened, and what to do about it, in a sentence for people
 * @param samples the first messages, oldest first; empty if none came in time
 */
public record Trial(boolean reached, String message, List<Sample> samples) {

    /**
     * A message that came.
     *
     * @param topic the topic, resource or URL that it came by
     * @param payload its text; Base64 if it is not UTF-8
     */
    public record Sample(String topic, String payload) {

        /** A sample of a payload as it came. */
        public static Sample of(String topic, byte[] payload) {
            try {
                return new Sample(
                        topic,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(payload))
                                .toString());
            } catch (CharacterCodingException e) {
                return new Sample(topic, Base64.getEncoder().encodeToString(payload));
            }
        }
    }

    public Trial {
        samples = List.copyOf(samples);
    }
}
