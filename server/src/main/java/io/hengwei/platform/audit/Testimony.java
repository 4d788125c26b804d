package io.hengwei.platform.audit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What of a line's body the auditor is shown. Of an administrative act everything but how to reach a person. Of what
/// was done to a record only what shows that it was done: ids, figures, instants, code names. What people wrote there
/// concerns those who work on it: of such a text its length is told.
final class Testimony {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+(Z|[+-][\\d:]+))?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> TO_REACH_A_PERSON = Set.of("phone", "email", "mobile", "phonenumber");

    private final boolean ofRecord;
    private final Map<String, Integer> withheld = new TreeMap<>();
    private final Set<UUID> ids = new HashSet<>();

    /// @param body is changed: what is withheld is taken out of it
    Testimony(JsonNode body, boolean ofRecord) {
        this.ofRecord = ofRecord;
        if (body instanceof ObjectNode object) reduce(object, "");
    }

    /// Which fields were taken out, and how many characters each had.
    Map<String, Integer> withheld() {
        return withheld;
    }

    /// The ids in what is left.
    Set<UUID> ids() {
        return ids;
    }

    private void reduce(ObjectNode object, String path) {
        for (var name : Set.copyOf(object.propertyNames())) {
            var value = object.get(name);
            if (value.isString() && !tells(name, value.asString())) {
                withheld.put(path + name, value.asString().length());
                object.remove(name);
            } else descend(value, path + name);
        }
    }

    private void descend(JsonNode value, String path) {
        if (value instanceof ObjectNode object) reduce(object, path + ".");
        if (value instanceof ArrayNode array) reduce(array, path);
    }

    private void reduce(ArrayNode array, String path) {
        for (int i = array.size() - 1; i >= 0; i--) {
            var value = array.get(i);
            if (value.isString() && !tells(path, value.asString())) {
                withheld.merge(path, value.asString().length(), Integer::sum);
                array.remove(i);
            } else descend(value, path);
        }
    }

    private boolean tells(String name, String text) {
        if (ID.matcher(text).matches()) return ids.add(UUID.fromString(text)) || true;
        if (TO_REACH_A_PERSON.contains(name.toLowerCase(Locale.ROOT))) return false;
        return !ofRecord
                || CODE.matcher(text).matches()
                || INSTANT.matcher(text).matches();
    }
}
