package io.soam.ingestion.mqtt;

import com.hivemq.client.mqtt.exceptions.ConnectionClosedException;
import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Says in words why a broker cannot be used, and what to do about it. */
final class MqttFailures {

    private static final String LOGIN =
            "it does not accept the user name or password. Check both, and that the user may"
                    + " connect.";

    private MqttFailures() {}

    /** Why there is no connection. */
    static String sentence(MqttSettings settings, Throwable failure) {
        return "The broker " + settings.address() + " cannot be used: " + why(settings, failure);
    }

    /** Why there is a connection but no subscription. */
    static String refusedSubscription(MqttSettings settings, Throwable failure) {
        String broker = "The broker " + settings.address();
        List<String> refused = refusedFilters(settings, failure);
        return refused.isEmpty()
                ? broker + " does not answer the subscription: " + why(settings, failure)
                : broker
                        + " refuses the subscription to "
                        + String.join(", ", refused)
                        + ". Check that the user may read these topics"
                        + (settings.filters().shared()
                                ? ", and that the broker knows shared subscriptions."
                                : ".");
    }

    private static List<String> refusedFilters(MqttSettings settings, Throwable failure) {
        for (Throwable cause : innermostFirst(failure)) {
            List<Boolean> refused = null;
            if (cause instanceof Mqtt5SubAckException answer) {
                refused =
                        answer.getMqttMessage().getReasonCodes().stream()
                                .map(code -> code.isError())
                                .toList();
            } else if (cause instanceof Mqtt3SubAckException answer) {
                refused =
                        answer.getMqttMessage().getReturnCodes().stream()
                                .map(code -> code.isError())
                                .toList();
            }
            if (refused != null) {
                List<Boolean> each = refused;
                List<String> topics = settings.filters().topics();
                return IntStream.range(0, Math.min(each.size(), topics.size()))
                        .filter(each::get)
                        .mapToObj(topics::get)
                        .toList();
            }
        }
        return List.of();
    }

    private static String why(MqttSettings settings, Throwable failure) {
        List<Throwable> causes = innermostFirst(failure);
        for (Throwable cause : causes) {
            String why = TransportFailures.why(cause);
            if (why == null) {
                why = protocol(settings, cause);
            }
            if (why != null) {
                return why;
            }
        }
        return causes.get(0) + ".";
    }

    private static String protocol(MqttSettings settings, Throwable failure) {
        if (failure instanceof Mqtt5ConnAckException answer) {
            return switch (answer.getMqttMessage().getReasonCode()) {
                case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED, BAD_AUTHENTICATION_METHOD -> LOGIN;
                case UNSUPPORTED_PROTOCOL_VERSION ->
                        "it does not speak MQTT 5. Choose version 3.1.1.";
                default -> "it refuses us: " + answer.getMqttMessage().getReasonCode() + ".";
            };
        }
        if (failure instanceof Mqtt3ConnAckException answer) {
            return switch (answer.getMqttMessage().getReturnCode()) {
                case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED -> LOGIN;
                default -> "it refuses us: " + answer.getMqttMessage().getReturnCode() + ".";
            };
        }
        if (failure instanceof MqttDecodeException) {
            return "what listens on that port does not speak MQTT. Check the port"
                    + (settings.tls() == null ? ", and whether it wants TLS." : ".");
        }
        if (failure instanceof ConnectionClosedException) {
            return "the connection was closed. Check that the broker runs, that MQTT is spoken on"
                    + " that port"
                    + (settings.tls() == null ? ", and whether it wants TLS." : ".");
        }
        return null;
    }

    private static List<Throwable> innermostFirst(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure;
                cause != null && !causes.contains(cause);
                cause = cause.getCause()) {
            causes.add(cause);
        }
        Collections.reverse(causes);
        return causes;
    }
}
