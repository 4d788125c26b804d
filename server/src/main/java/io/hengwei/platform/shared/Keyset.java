package io.hengwei.platform.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The order of a list and the row after which to go on.
record Keyset(Sort sort, String id, @Nullable Cursor after) {
    /// Where a row stands: its id and the text of its sort key.
    record Place(UUID id, @Nullable String key) {
        static Place of(ResultSet row, int number) throws SQLException {
            return new Place(row.getObject("_id", UUID.class), row.getString("_key"));
        }
    }

    String direction() {
        return sort.descending() ? "desc" : "asc";
    }

    String order() {
        return " order by " + sort.expression() + " " + direction() + ", " + id + " " + direction();
    }

    String condition() {
        return "(" + sort.expression() + ", " + id + ") " + (sort.descending() ? "<" : ">") + " (cast(:cursorKey as "
                + sort.type() + "), :cursorId)";
    }

    Map<String, Object> parameters() {
        return after == null ? Map.of() : Map.of("cursorKey", String.valueOf(after.key()), "cursorId", after.id());
    }
}
