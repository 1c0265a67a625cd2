package io.soam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"abc-1", "a/b:c=d", "!", "~"})
    void keepsTheCallersIdIfItIsVisibleAscii(String given) {
        assertThat(RequestId.of(given)).isEqualTo(given);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a b", "line\nbreak", "tab\t", "ümlaut", "\u0000"})
    void replacesWhatCouldForgeALogLine(String given) {
        assertThat(UUID.fromString(RequestId.of(given))).isNotNull();
    }

    @Test
    void keeps128CharactersAndNotOneMore() {
        assertThat(RequestId.of("x".repeat(128))).hasSize(128);
        assertThat(RequestId.of("x".repeat(129))).hasSize(36);
    }

    @Test
    void isKnownOnlyWhileTheRequestLasts() {
        RequestId.begin("abc");
        assertThat(RequestId.current()).isEqualTo("abc");
        RequestId.end();
        assertThat(RequestId.current()).isNull();
    }
}
