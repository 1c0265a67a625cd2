package io.soam.ingestion.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.soam.ingestion.connector.SourceScope;
import java.util.zip.CRC32;

/**
 * The id under which a broker keeps a session for us: the same after a restart, and different for
 * each source.
 *
 * <p>Where every server subscribes, each has a session of its own; otherwise the session, and all
 * that the broker keeps in it, passes from one server to the next.
 *
 * <p>Another address gives another id, because it may be the same broker after all (its TLS port,
 * another name of it): ending the session that was used by the old address would end the new one.
 */
final class MqttClientId {

    private MqttClientId() {}

    static String of(SourceScope source, MqttSettings settings) {
        CRC32 address = new CRC32();
        address.update(settings.address().getBytes(UTF_8));
        String id =
                "soam-%s-%08x"
                        .formatted(
                                source.ingestionId().value().substring(0, 8), address.getValue());
        return settings.filters().spreadOverReplicas() ? id + "-" + source.podName() : id;
    }
}
