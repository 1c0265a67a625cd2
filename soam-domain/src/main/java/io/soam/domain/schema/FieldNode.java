package io.soam.domain.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A field in the tree of a stream's fields. Messages of a stream mostly have the same fields in the
 * same order, so the next field is looked for where it was last time.
 */
final class FieldNode {

    private final String name;
    private final int index;
    private final String path;
    private final FieldProfile profile;
    private final boolean sensorId;
    private final List<FieldNode> ordered = new ArrayList<>();
    private final Map<String, FieldNode> byName = new HashMap<>();
    private FieldNode elements;
    private int next;

    private FieldNode(String name, int index, String path, FieldProfile profile, boolean sensorId) {
        this.name = name;
        this.index = index;
        this.path = path;
        this.profile = profile;
        this.sensorId = sensorId;
    }

    /** The message itself, which is no field. */
    static FieldNode root() {
        return new FieldNode("", 0, "", null, false);
    }

    /** An object begins: the next field is expected to be its first. */
    void rewind() {
        next = 0;
    }

    /** The field of that name, if it is known. */
    FieldNode known(String child) {
        if (next < ordered.size()) {
            FieldNode expected = ordered.get(next);
            if (expected.name.equals(child)) {
                next++;
                return expected;
            }
        }
        FieldNode found = byName.get(child);
        if (found != null) {
            next = found.index + 1;
        }
        return found;
    }

    FieldNode knownElements() {
        return elements;
    }

    /** Adds a field; null if its path is too long. */
    FieldNode add(String child, Distincts distincts) {
        String childPath = FieldPath.field(path, child);
        if (childPath.length() > FieldPath.LONGEST) {
            return null;
        }
        boolean sensor =
                profile == null
                        && ("sensor_id".equalsIgnoreCase(child)
                                || "sensorId".equalsIgnoreCase(child));
        FieldNode node =
                new FieldNode(
                        child,
                        ordered.size(),
                        childPath,
                        new FieldProfile(childPath, path, distincts.ofField()),
                        sensor);
        ordered.add(node);
        byName.put(child, node);
        return node;
    }

    /** Adds the elements of the array; null if their path is too long. */
    FieldNode addElements(Distincts distincts) {
        String elementPath = FieldPath.elements(path);
        if (elementPath.length() > FieldPath.LONGEST) {
            return null;
        }
        elements =
                new FieldNode(
                        "",
                        0,
                        elementPath,
                        new FieldProfile(elementPath, path, distincts.ofField()),
                        false);
        return elements;
    }

    FieldProfile profile() {
        return profile;
    }

    /** Whether its value says which sensor the message is from. */
    boolean isSensorId() {
        return sensorId;
    }

    /** All fields below it that were there in a message that was readable, parents first. */
    void collect(List<FieldProfile> into) {
        if (profile != null && profile.present() > 0) {
            into.add(profile);
        }
        if (elements != null) {
            elements.collect(into);
        }
        ordered.forEach(child -> child.collect(into));
    }
}
