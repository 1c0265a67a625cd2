package io.soam.web.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Texts in addresses: none has the character NUL, which the database refuses and which would look
 * like a fault of the database.
 */
@Provider
public class TextParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        return type == String.class
                ? (ParamConverter<T>) new Texts(ParameterName.of(annotations))
                : null;
    }

    private record Texts(String name) implements ParamConverter<String> {

        @Override
        public String fromString(String text) {
            if (text != null && text.indexOf('\0') >= 0) {
                throw new InvalidParameterException(
                        InvalidFields.problem(name, "Leave out the character NUL."));
            }
            return text;
        }

        @Override
        public String toString(String text) {
            return text;
        }
    }
}
