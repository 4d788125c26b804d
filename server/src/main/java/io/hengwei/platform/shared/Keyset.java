package io.hengwei.platform.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The order of a list and the row after which to go on.
record Keyset(Sort sort, String id, @Nullable Cursor after) {
    String direction() {
        return sort.descending() ? "desc" : "asc";
    }

    String order() {
        return " order by " + sort.expression() + " " + direction() + ", " + id + " " + direction();
    }

    String condition() {
        return "(" + sort.expression() + ", " + id + ") " + (sort.descending() ? "<" : ">") + " (cast(:cursorKey as " + sort.type() + "), :cursorId)";
    }

    Map<String, Object> parameters() {
        return after == null ? Map.of() : Map.of("cursorKey", String.valueOf(after.key()), "cursorId", after.id());
    }
}
