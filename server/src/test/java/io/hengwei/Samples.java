package io.hengwei;

import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UserId;
import jakarta.validation.constraints.Min;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// A valid body for any command, read off its record.
final class Samples {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Samples() {}

    static String of(Class<?> command, OtherBranch about) {
        var body = new LinkedHashMap<String, Object>();
        body.put("command", command.getSimpleName());
        for (var component : command.getRecordComponents())
            body.put(component.getName(), value(command, component, about));
        return JSON.writeValueAsString(body);
    }

    private static Object value(Class<?> command, RecordComponent component, OtherBranch about) {
        var type = component.getType();
        if (type.isEnum()) return type.getEnumConstants()[0].toString();
        if (type == GroupId.class) return about.group().toString();
        if (type == UserId.class) return about.engineer().toString();
        if (type == RecordId.class) return about.incident().toString();
        if (type == Instant.class) return "2026-01-05T01:00:00Z";
        if (type == List.class) return many(component.getGenericType(), about);
        if (type == Boolean.class) return false;
        if (type == Integer.class) return least(command, component);
        return "xx";
    }

    /// Things are named by an id, whatever has parts of its own is left out.
    private static List<?> many(Type type, OtherBranch about) {
        var element = ((ParameterizedType) type).getActualTypeArguments()[0];
        return element == UUID.class ? List.of(about.incident().value()) : List.of();
    }

    private static long least(Class<?> command, RecordComponent component) {
        try {
            var min = command.getDeclaredField(component.getName()).getAnnotation(Min.class);
            return min == null ? 1 : min.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
