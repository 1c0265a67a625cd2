package io.soam.sparkconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static RuntimeException translated(String message) {
        return Faults.translated(new IllegalStateException(message), Duration.ofSeconds(20));
    }

    @Test
    void aLostRaceBetweenWritersIsAConflict() {
        assertThat(
                        translated(
                                "[DELTA_CONCURRENT_DELETE_READ] ConcurrentDeleteReadException: x\nat"))
                .isInstanceOf(LakeConflictException.class)
                .hasMessage("[DELTA_CONCURRENT_DELETE_READ] ConcurrentDeleteReadException: x");
    }

    @Test
    void aServerThatIsGoneOrForgotTheSessionIsUnavailable() {
        assertThat(translated("UNAVAILABLE: io exception"))
                .isInstanceOf(LakeUnavailableException.class);
        assertThat(translated("[INVALID_HANDLE.SESSION_CHANGED] The handle"))
                .isInstanceOf(LakeUnavailableException.class);
    }

    @Test
    void whatTookTooLongSaysHowLongItMay() {
        assertThat(translated("[OPERATION_CANCELED] Operation has been canceled."))
                .isInstanceOf(LakeQueryException.class)
                .hasMessageContaining("20 s");
    }

    @Test
    void anythingElseIsARefusal() {
        assertThat(translated("[PARSE_SYNTAX_ERROR] Syntax error"))
                .isInstanceOf(LakeQueryException.class);
    }
}
