package io.soam.web.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;

/** Times in addresses: what is no time is a field that is not valid, not an unknown address. */
@Provider
public class InstantParameters implements ParamConverterProvider {

    /** What every table and program can hold. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        return type == Instant.class
                ? (ParamConverter<T>) new Instants(ParameterName.of(annotations))
                : null;
    }

    private record Instants(String name) implements ParamConverter<Instant> {

        @Override
        public Instant fromString(String text) {
            if (text == null || text.isBlank()) {
                return null;
            }
            try {
                Instant time = Instant.parse(text.strip());
                if (time.isAfter(FIRST) && time.isBefore(LAST)) {
                    return time;
                }
            } catch (DateTimeException e) {
                throw invalid(name);
            }
            throw invalid(name);
        }

        private static InvalidParameterException invalid(String name) {
            return new InvalidParameterException(
                    InvalidFields.problem(name, "Give a time such as 2026-11-24T10:00:00Z."));
        }

        @Override
        public String toString(Instant time) {
            return String.valueOf(time);
        }
    }
}
