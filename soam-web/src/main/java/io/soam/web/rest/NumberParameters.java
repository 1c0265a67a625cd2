package io.soam.web.rest;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Function;

/**
 * Numbers in addresses: what is not a number is a field that is not valid, not an unknown address.
 */
@Provider
public class NumberParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        if (type == int.class || type == Integer.class) {
            return (ParamConverter<T>)
                    new Numbers<>(ParameterName.of(annotations), Integer::valueOf);
        }
        if (type == long.class || type == Long.class) {
            return (ParamConverter<T>) new Numbers<>(ParameterName.of(annotations), Long::valueOf);
        }
        return null;
    }

    private record Numbers<N>(String name, Function<String, N> parse) implements ParamConverter<N> {

        @Override
        public N fromString(String text) {
            try {
                return parse.apply(text);
            } catch (NumberFormatException e) {
                throw new InvalidParameterException(
                        InvalidFields.problem(name, "Give a whole number."));
            }
        }

        @Override
        public String toString(N number) {
            return String.valueOf(number);
        }
    }
}
