package io.hengwei.platform.record.page;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.Ref;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a command as a JSON Schema, read off its record: components are fields, constraints are rules.
final class CommandSchema {
    private static final Map<Class<?>, String> REFERENCES =
            Map.of(UserId.class, "person", GroupId.class, "group", UnitId.class, "unit", RecordId.class, "record");
    private static final int LONG_TEXT = 300;

    private CommandSchema() {}

    /// @param present the record's own fields: what it holds already is offered as default
    static Map<String, Object> of(Class<?> command, Map<String, Object> present) {
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : command.getRecordComponents()) {
            var element = field(command, component);
            var property = property(component, element);
            var value = present.get(component.getName());
            if (value != null) property.put("default", value);
            properties.put(component.getName(), property);
            if (element.isAnnotationPresent(NotNull.class) || element.isAnnotationPresent(NotBlank.class))
                required.add(component.getName());
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(required));
        return schema;
    }

    private static Map<String, Object> property(RecordComponent component, AnnotatedElement element) {
        var type = component.getType();
        var property = new LinkedHashMap<String, Object>();
        if (type == Integer.class || type == Long.class) number(property, component, element);
        else if (type == Boolean.class) property.put("type", "boolean");
        else if (type == List.class) property.put("type", "array");
        else property.put("type", "string");
        if (type.isEnum()) {
            property.put(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
            property.put("x-enum", type.getSimpleName());
        }
        if (type == Instant.class) property.put("format", "date-time");
        var reference = component.isAnnotationPresent(Ref.class)
                ? component.getAnnotation(Ref.class).value()
                : REFERENCES.get(type);
        if (reference != null) property.put("x-ref", reference);
        if (type == String.class) text(property, element.getAnnotation(Size.class));
        return property;
    }

    private static void number(Map<String, Object> property, RecordComponent component, AnnotatedElement element) {
        property.put("type", "integer");
        var min = element.getAnnotation(Min.class);
        var max = element.getAnnotation(Max.class);
        if (min != null) property.put("minimum", min.value());
        if (max != null) property.put("maximum", max.value());
        if (component.getName().equals("minutes")) property.put("x-unit", "minutes");
    }

    private static void text(Map<String, Object> property, @Nullable Size size) {
        if (size == null || size.max() == Integer.MAX_VALUE) return;
        property.put("maxLength", size.max());
        if (size.max() > LONG_TEXT) property.put("format", "textarea");
    }

    /// Constraint annotations sit on the record's field.
    private static Field field(Class<?> command, RecordComponent component) {
        try {
            return command.getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
