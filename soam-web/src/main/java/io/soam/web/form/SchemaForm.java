package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form for what a JSON Schema describes. */
public final class SchemaForm {

    /** Under this name stands what is wrong with the whole. */
    public static final String WHOLE = "";

    private final List<Field> fields;
    private String problem;

    private SchemaForm(List<Field> fields) {
        this.fields = fields;
    }

    /** What a schema says of each setting, in the order of the form. */
    public static List<Setting> settings(JsonNode schema) {
        return SettingReader.read(schema);
    }

    /** An empty form. */
    public static SchemaForm of(JsonNode schema) {
        return new SchemaForm(SettingReader.read(schema).stream().map(Field::new).toList());
    }

    /** What everybody fills in. */
    public List<Field> getBasic() {
        return fields.stream().filter(field -> !field.getSetting().advanced()).toList();
    }

    /** What most people do without. */
    public List<Field> getAdvanced() {
        return fields.stream().filter(field -> field.getSetting().advanced()).toList();
    }

    /** Whether an advanced setting is entered or wrong, so that it should be seen. */
    public boolean isAdvancedUsed() {
        return getAdvanced().stream()
                .anyMatch(field -> field.isFilled() || field.getProblem() != null);
    }

    /** What is wrong with the whole; null if nothing is. */
    public String getProblem() {
        return problem;
    }

    /**
     * Takes over a configuration.
     *
     * @param config its values, without secrets
     * @param secretsSet names of the secrets it has
     */
    public void fill(JsonNode config, Collection<String> secretsSet) {
        fields.forEach(
                field -> {
                    String name = field.getSetting().name();
                    field.fill(config.get(name), secretsSet.contains(name));
                });
    }

    /** Takes over what was sent. */
    public void accept(Map<String, String[]> parameters) {
        problem = null;
        fields.forEach(field -> field.accept(parameters));
    }

    /**
     * The configuration that was entered; what cannot be read is left out and noted as a problem of
     * its field.
     */
    public ObjectNode config() {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            String name = field.getSetting().name();
            if (!matters(field)) {
                if (field.isKept()) {
                    config.putNull(name);
                }
                continue;
            }
            try {
                field.value().ifPresent(value -> config.set(name, value));
            } catch (UnreadableSettingException e) {
                field.reject(e.getMessage());
            }
            if (field.getSetting().required() && field.isEmpty()) {
                field.reject(field.getSetting().title() + " is required.");
            }
        }
        return config;
    }

    /** Notes what is wrong with a setting, whose path may lead into it. */
    public void reject(String path, String message) {
        String name = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        fields.stream()
                .filter(field -> field.getSetting().name().equals(name))
                .findFirst()
                .ifPresentOrElse(
                        field -> field.reject(message),
                        () -> problem = problem == null ? message : problem + " " + message);
    }

    /** What is wrong, by setting; see {@link #WHOLE}. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (problem != null) {
            problems.put(WHOLE, problem);
        }
        fields.stream()
                .filter(field -> field.getProblem() != null)
                .forEach(field -> problems.put(field.getSetting().name(), field.getProblem()));
        return problems;
    }

    /** What is not shown is not sent either: a token of a kind of login that is not used. */
    private boolean matters(Field field) {
        Condition condition = field.getSetting().condition();
        return condition == null
                || fields.stream()
                        .filter(other -> other != field)
                        .filter(other -> other.getSetting().name().equals(condition.setting()))
                        .allMatch(
                                other ->
                                        condition.values().contains(other.getText())
                                                && matters(other));
    }
}
