package io.soam.web.rest;

import io.soam.ingestion.boundary.InvalidDataSourceException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Says of every field what is wrong with it, as {@code loc}, {@code msg} and {@code type}. */
final class InvalidFields {

    /**
     * One field.
     *
     * @param loc where it is, from the outside in
     * @param msg what is wrong with it, for people
     * @param type the same for programs
     */
    record InvalidField(List<String> loc, String msg, String type) {}

    private InvalidFields() {}

    static Problem problem(ConstraintViolationException invalid) {
        List<InvalidField> fields =
                invalid.getConstraintViolations().stream()
                        .map(InvalidFields::field)
                        .sorted(Comparator.comparing(field -> String.join(".", field.loc())))
                        .toList();
        return problem(fields);
    }

    /** The settings of a data source are below {@code config}; the spec's 400 is their contract. */
    static Problem problem(InvalidDataSourceException invalid) {
        List<InvalidField> fields =
                invalid.settings().stream()
                        .map(
                                setting ->
                                        new InvalidField(
                                                location(setting.name()),
                                                setting.message(),
                                                "value_error.configuration"))
                        .toList();
        return new Problem(400, "invalid_data_source", invalid.getMessage(), fields);
    }

    private static List<String> location(String setting) {
        if (setting.equals("type_name")) {
            return List.of(setting);
        }
        List<String> path = new ArrayList<>(List.of("config"));
        if (!setting.isEmpty()) {
            path.addAll(List.of(setting.split("/")));
        }
        return path;
    }

    static Problem problem(String name, String message) {
        return problem(List.of(new InvalidField(List.of(name), message, "value_error")));
    }

    private static Problem problem(List<InvalidField> fields) {
        String message =
                fields.size() == 1
                        ? "%s: %s"
                                .formatted(
                                        String.join(".", fields.get(0).loc()), fields.get(0).msg())
                        : fields.size() + " fields are not valid; detail says what to mend.";
        return new Problem(422, "validation_failed", message, fields);
    }

    private static InvalidField field(ConstraintViolation<?> violation) {
        String constraint =
                violation.getConstraintDescriptor() == null
                        ? "valid"
                        : violation
                                .getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName();
        return new InvalidField(
                location(violation.getPropertyPath()),
                violation.getMessage(),
                "value_error." + snakeCase(constraint));
    }

    /** {@code register.registration.dataRetentionDays} is {@code data_retention_days} outside. */
    private static List<String> location(Path path) {
        List<String> properties = new ArrayList<>();
        String last = "request";
        for (Path.Node node : path) {
            if (node.getName() == null) {
                continue;
            }
            last = snakeCase(node.getName());
            if (node.getKind() == ElementKind.PROPERTY) {
                properties.add(last);
            }
        }
        return properties.isEmpty() ? List.of(last) : properties;
    }

    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
