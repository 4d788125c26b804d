package io.hengwei.platform.shared;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/// Fills records from result sets by column name: enums, instants, typed ids, lists (arrays), and records within
/// records, whose columns are prefixed (`requester_id`, `requester_name`) and which are null when their first column
/// is.
public final class Rows {
    private static final ConcurrentHashMap<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

    private Rows() {}

    record Keyed<R>(R row, @Nullable String key, UUID id) {}

    private record Shape(Constructor<?> constructor, RecordComponent[] components, String[] columns) {}

    public static <R extends Record> RowMapper<R> of(Class<R> type) {
        return (result, ignored) -> row(result, type);
    }

    static <R extends Record> RowMapper<Keyed<R>> keyed(Class<R> type) {
        return (result, ignored) ->
                new Keyed<>(row(result, type), result.getString("_key"), result.getObject("_id", UUID.class));
    }

    private static <R extends Record> R row(ResultSet result, Class<R> type) throws SQLException {
        return type.cast(Objects.requireNonNull(read(result, type, "")));
    }

    private static @Nullable Object read(ResultSet result, Class<?> type, String prefix) throws SQLException {
        var shape = SHAPES.computeIfAbsent(type, Rows::shape);
        var values = new Object[shape.components.length];
        for (int i = 0; i < values.length; i++) {
            var component = shape.components[i];
            values[i] = value(result, component.getType(), prefix + shape.columns[i]);
            if (i == 0 && values[0] == null && !prefix.isEmpty()) return null;
        }
        return build(shape.constructor, values);
    }

    private static @Nullable Object value(ResultSet result, Class<?> type, String column) throws SQLException {
        if (TypedId.class.isAssignableFrom(type)) return id(type, result.getObject(column, UUID.class));
        if (type.isRecord()) return read(result, type, column + "_");
        if (type.isEnum()) return constant(type, result.getString(column));
        if (type == Instant.class) return instant(result.getObject(column, OffsetDateTime.class));
        if (type == List.class) return list(result.getArray(column));
        if (type == LocalDate.class || type == UUID.class) return result.getObject(column, type);
        return scalar(result, type, column);
    }

    private static @Nullable Object scalar(ResultSet result, Class<?> type, String column) throws SQLException {
        Object value = switch (type.getSimpleName()) {
            case "String" -> result.getString(column);
            case "boolean", "Boolean" -> result.getBoolean(column);
            case "int", "Integer" -> result.getInt(column);
            case "long", "Long" -> result.getLong(column);
            case "double", "Double" -> result.getDouble(column);
            default -> result.getObject(column, type);
        };
        return result.wasNull() && !type.isPrimitive() ? null : value;
    }

    private static @Nullable Object id(Class<?> type, @Nullable UUID value) {
        return value == null
                ? null
                : build(SHAPES.computeIfAbsent(type, Rows::shape).constructor, new Object[] {value});
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object constant(Class<?> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf((Class) type, name);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static List<?> list(java.sql.@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
    }

    private static Shape shape(Class<?> type) {
        try {
            var components = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return new Shape(
                    constructor,
                    components,
                    Arrays.stream(components)
                            .map(component -> snake(component.getName()))
                            .toArray(String[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object build(Constructor<?> constructor, Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build " + constructor.getDeclaringClass(), e);
        }
    }

    public static String snake(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
    }
}
