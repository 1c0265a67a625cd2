package io.soam.ingestion.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soam.domain.message.IngestionId;
import io.soam.ingestion.entity.SourceStatus;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectorStateTest {

    private final List<String> told = new ArrayList<>();
    private final ConnectorState state = new ConnectorState(new Telling());

    @Test
    void aChangeIsToldOnce_aFailureEachTime() {
        state.changed(SourceStatus.CONNECTING, null);
        state.changed(SourceStatus.CONNECTING, null);
        state.changed(SourceStatus.ERROR, "refused");
        state.changed(SourceStatus.ERROR, "refused");
        state.changed(SourceStatus.ERROR, "no such host");
        state.changed(SourceStatus.ACTIVE, null);
        state.changed(SourceStatus.ACTIVE, null);

        assertThat(told)
                .containsExactly(
                        "CONNECTING null",
                        "ERROR refused",
                        "again refused",
                        "ERROR no such host",
                        "ACTIVE null");
    }

    private final class Telling implements SourceContext {

        @Override
        public IngestionId ingestionId() {
            return IngestionId.ofSource("City", "idle");
        }

        @Override
        public JsonNode config() {
            throw new AssertionError("Nobody asks");
        }

        @Override
        public String podName() {
            return "soam-0";
        }

        @Override
        public MessageSink sink() {
            throw new AssertionError("Nobody asks");
        }

        @Override
        public void changed(SourceStatus status, String error) {
            told.add(status + " " + error);
        }

        @Override
        public void failedAgain(String reason) {
            told.add("again " + reason);
        }

        @Override
        public void failed(String reason) {
            told.add("failed " + reason);
        }
    }
}
