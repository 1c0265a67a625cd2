package io.soam.web.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting in a form: what was entered, as it was entered, and what is wrong with it.
 *
 * <p>Parameters are named after the setting: {@code s.NAME} holds its text or texts, {@code k.NAME}
 * the names of its entries, {@code x.NAME} says that a secret is to be removed.
 */
public final class Field {

    private final Setting setting;
    private List<String> texts = List.of();
    private List<Entry> entries = List.of();
    private boolean kept;
    private boolean removed;
    private String problem;

    Field(Setting setting) {
        this.setting = setting;
        if (setting.kind() == FieldKind.SWITCH || setting.kind() == FieldKind.CHOICE) {
            texts = standard();
        }
    }

    public Setting getSetting() {
        return setting;
    }

    public String getText() {
        return texts.isEmpty() ? "" : texts.get(0);
    }

    public List<String> getTexts() {
        return texts;
    }

    public List<Entry> getEntries() {
        return entries;
    }

    public boolean isOn() {
        return Boolean.parseBoolean(getText());
    }

    /** Whether a secret is set already, so that an empty field keeps it. */
    public boolean isKept() {
        return kept;
    }

    /** Whether a secret that is set is to be removed. */
    public boolean isRemoved() {
        return removed;
    }

    /** What is wrong, for people; null if nothing is. */
    public String getProblem() {
        return problem;
    }

    void reject(String message) {
        if (problem == null) {
            problem = message;
        }
    }

    /** Whether something other than what holds anyway is entered. */
    boolean isFilled() {
        return !texts.equals(standard()) || !entries.isEmpty() || kept;
    }

    /** Takes over what a configuration says. */
    void fill(JsonNode value, boolean secretIsSet) {
        kept = secretIsSet;
        if (value == null || value.isNull()) {
            return;
        }
        if (setting.kind() == FieldKind.ENTRIES) {
            List<Entry> filled = new ArrayList<>();
            value.properties()
                    .forEach(e -> filled.add(new Entry(e.getKey(), e.getValue().asText())));
            entries = filled;
        } else if (setting.kind() == FieldKind.JSON) {
            texts = List.of(value.toPrettyString());
        } else if (value.isArray()) {
            List<String> filled = new ArrayList<>();
            value.forEach(item -> filled.add(item.asText()));
            texts = filled;
        } else {
            texts = List.of(value.asText());
        }
    }

    /** Takes over what was sent. */
    void accept(Map<String, String[]> parameters) {
        List<String> sent = sent(parameters, "s.");
        removed = !sent(parameters, "x.").isEmpty();
        problem = null;
        switch (setting.kind()) {
            case LIST ->
                    texts =
                            sent.stream()
                                    .map(String::strip)
                                    .filter(text -> !text.isEmpty())
                                    .toList();
            case ENTRIES -> entries = entries(sent(parameters, "k."), sent);
            case SWITCH -> texts = List.of(Boolean.toString(sent.contains("true")));
            case TEXT, WHOLE, NUMBER -> texts = sent.stream().map(String::strip).limit(1).toList();
            default -> texts = sent.stream().limit(1).toList();
        }
        texts = texts.stream().filter(text -> !text.isEmpty()).toList();
    }

    /**
     * What the configuration is to hold; empty if nothing.
     *
     * @throws UnreadableSettingException if what was entered cannot be read
     */
    Optional<JsonNode> value() {
        if (setting.kind().isSecret() && removed) {
            return kept ? Optional.of(NullNode.getInstance()) : Optional.empty();
        }
        if (setting.kind() == FieldKind.ENTRIES) {
            return SettingValue.ofEntries(setting, entries);
        }
        boolean replaceable =
                setting.kind() == FieldKind.SWITCH
                        || (setting.kind() == FieldKind.CHOICE && !setting.required());
        boolean holdsAnyway = replaceable && texts.equals(standard());
        return texts.isEmpty() || holdsAnyway
                ? Optional.empty()
                : Optional.of(SettingValue.of(setting, texts));
    }

    /** Whether nothing is entered and nothing kept. */
    boolean isEmpty() {
        return texts.isEmpty() && entries.isEmpty() && (!kept || removed);
    }

    private List<String> standard() {
        JsonNode standard = setting.standard();
        if (setting.kind() == FieldKind.SWITCH) {
            return List.of(Boolean.toString(standard.asBoolean()));
        }
        return setting.kind() == FieldKind.CHOICE && standard.isValueNode() && !standard.isNull()
                ? List.of(standard.asText())
                : List.of();
    }

    private List<String> sent(Map<String, String[]> parameters, String prefix) {
        String[] values = parameters.get(prefix + setting.name());
        return values == null ? List.of() : List.of(values);
    }

    private static List<Entry> entries(List<String> names, List<String> texts) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), texts.size()); i++) {
            entries.add(new Entry(names.get(i).strip(), texts.get(i)));
        }
        entries.removeIf(Entry::isBlank);
        return entries;
    }
}
