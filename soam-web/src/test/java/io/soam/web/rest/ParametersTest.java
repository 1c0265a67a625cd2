package io.soam.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What they refuse is asked of a server, see the system tests: only there a refusal has a status.
 */
class ParametersTest {

    interface Question {
        void ask(@QueryParam("active_only") boolean activeOnly);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "TRUE, true", "' false', false"})
    void switch_isReadAsWritten(String text, boolean value) {
        assertThat(switches().fromString(text)).isEqualTo(value);
    }

    @Test
    void text_isLeftAsItIs() {
        assertThat(texts().fromString(" a\nb ")).isEqualTo(" a\nb ");
    }

    private static ParamConverter<Boolean> switches() {
        return new BooleanParameters().getConverter(boolean.class, boolean.class, named());
    }

    private static ParamConverter<String> texts() {
        return new TextParameters().getConverter(String.class, String.class, named());
    }

    private static Annotation[] named() {
        return Question.class.getMethods()[0].getParameterAnnotations()[0];
    }
}
