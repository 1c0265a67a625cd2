package io.soam.web.rest;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Objects;

/** What a parameter of an address is called, for the answer that says what is wrong with it. */
final class ParameterName {

    private ParameterName() {}

    static String of(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(ParameterName::of)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("parameter");
    }

    private static String of(Annotation annotation) {
        if (annotation instanceof QueryParam query) {
            return query.value();
        }
        return annotation instanceof PathParam path ? path.value() : null;
    }
}
