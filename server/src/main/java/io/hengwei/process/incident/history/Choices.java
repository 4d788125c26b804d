package io.hengwei.process.incident.history;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A column whose values stand for ours.
final class Choices<E extends Enum<E>> {
    private final @Nullable String column;
    private final Map<String, E> known = new HashMap<>();
    private final @Nullable E otherwise;

    Choices(Mapping.Choice choice, Class<E> type) {
        column = choice.column();
        if (choice.values() != null)
            choice.values().forEach((theirs, ours) -> known.put(theirs, Enum.valueOf(type, ours)));
        otherwise = choice.otherwise() == null ? null : Enum.valueOf(type, choice.otherwise());
        if (column == null && otherwise == null)
            throw new IllegalArgumentException(type.getSimpleName() + ": neither column nor otherwise");
    }

    E of(Cells cells) throws Rejected {
        var theirs = cells.text(column);
        var ours = theirs == null ? null : known.get(theirs);
        if (ours != null) return ours;
        if (otherwise != null) return otherwise;
        throw new Rejected(
                theirs == null ? "missing" : "unknown-value",
                theirs == null ? String.valueOf(column) : column + ": " + theirs);
    }
}
