package io.hengwei.platform.shared;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Our values as the driver takes them: ids as UUID, enums by name, instants with offset, collections as arrays.
public final class SqlValues {
    private SqlValues() {}

    public static Object of(Object value) {
        return switch (value) {
            case TypedId id -> id.value();
            case Enum<?> e -> e.name();
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Collection<?> many -> array(many.stream().map(SqlValues::of).toList());
            default -> value;
        };
    }

    /// Ids as an array that is one of ids also when it is empty.
    public static UUID[] ids(Collection<? extends TypedId> ids) {
        return ids.stream().map(TypedId::value).toArray(UUID[]::new);
    }

    private static Object array(List<?> values) {
        if (!values.isEmpty() && values.getFirst() instanceof UUID) return values.toArray(UUID[]::new);
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
