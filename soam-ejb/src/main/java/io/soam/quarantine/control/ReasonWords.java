package io.soam.quarantine.control;

import java.util.Map;

/** Reasons as people understand them, and how to mend what they name. */
final class ReasonWords {

    private record Words(String text, String remedy) {}

    private static final Words OTHER =
            new Words(
                    "It cannot be read.",
                    "The detail says what is wrong. Mend the payload and replay it, or discard it.");

    private static final Map<String, Words> WORDS =
            Map.of(
                    "empty_payload",
                    new Words(
                            "The message is empty.",
                            "Devices send empty messages by mistake, and MQTT clients to delete a"
                                    + " retained message. Discard it, or write a payload and replay it."),
                    "malformed_json",
                    new Words(
                            "The payload begins like JSON but is not JSON.",
                            "The detail says at which place. Mend it there and replay it, and have the"
                                    + " device's program mended. NaN and a comma at the end are not JSON."),
                    "not_an_object",
                    new Words(
                            "The payload is not one JSON object.",
                            "A message is one reading: {\"temperature\": 21.5}. Keep one object of the"
                                    + " array and replay it, and have the device send one message each."),
                    "not_text",
                    new Words(
                            "The payload is not text.",
                            "It is binary or not UTF-8. Download it to see what it is; have the device"
                                    + " send JSON in UTF-8, or write what it means and replay that."),
                    "too_complex",
                    new Words(
                            "The payload is nested too deeply or has too many fields.",
                            "At most 64 levels and 1,000 fields are read. Leave out what is not needed"
                                    + " and replay it."),
                    "rule_failed",
                    new Words(
                            "A normalisation rule failed on this message.",
                            "The detail names the fault. Mend the rule, then replay the message as it"
                                    + " is."),
                    "unreadable_object",
                    new Words(
                            "A whole object of bronze cannot be read.",
                            "Its messages cannot be replayed one by one. Look at the object in the"
                                    + " object store; if it is lost for good, discard this entry."));

    private ReasonWords() {}

    static String text(String reason) {
        return WORDS.getOrDefault(String.valueOf(reason), OTHER).text();
    }

    static String remedy(String reason) {
        return WORDS.getOrDefault(String.valueOf(reason), OTHER).remedy();
    }
}
