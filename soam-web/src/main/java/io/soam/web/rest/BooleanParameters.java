package io.soam.web.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Locale;

/** Switches in addresses: what is neither true nor false is not valid, and not silently false. */
@Provider
public class BooleanParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        boolean wanted = type == boolean.class || type == Boolean.class;
        return wanted ? (ParamConverter<T>) new Switches(ParameterName.of(annotations)) : null;
    }

    private record Switches(String name) implements ParamConverter<Boolean> {

        @Override
        public Boolean fromString(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default ->
                        throw new InvalidParameterException(
                                InvalidFields.problem(name, "Give true or false."));
            };
        }

        @Override
        public String toString(Boolean value) {
            return String.valueOf(value);
        }
    }
}
