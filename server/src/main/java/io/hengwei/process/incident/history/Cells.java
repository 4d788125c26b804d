package io.hengwei.process.incident.history;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row's cells by the names of their columns.
record Cells(Map<String, Integer> columns, List<String> values, Set<String> unknown) {
    /// What stands there, or null where nothing is known.
    @Nullable
    String text(@Nullable String column) {
        var index = column == null ? null : columns.get(column);
        if (index == null) return null;
        var value = values.get(index).strip().replace("\0", "");
        return unknown.contains(value) || value.isEmpty() ? null : value;
    }

    @Nullable
    String text(@Nullable String column, int longest) {
        var value = text(column);
        return value == null || value.length() <= longest ? value : value.substring(0, longest);
    }

    String required(String column) throws Rejected {
        var value = text(column);
        if (value == null) throw new Rejected("missing", column);
        return value;
    }

    long number(@Nullable String column) throws Rejected {
        var value = text(column);
        if (value == null) return 0;
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Rejected("no-number", column + ": " + value);
        }
    }

    int count(@Nullable String column) throws Rejected {
        var value = number(column);
        if (value < 0 || value > 1_000_000) throw new Rejected("no-number", column + ": " + value);
        return (int) value;
    }

    @Nullable
    Boolean flag(@Nullable String column) throws Rejected {
        var value = text(column);
        if (value == null) return null;
        return switch (value.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "y", "1", "是" -> true;
            case "false", "no", "n", "0", "否" -> false;
            default -> throw new Rejected("no-flag", column + ": " + value);
        };
    }
}
