package io.hengwei.platform.shared;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Describes our types as they are written: nested types carry their owner's name (two modules have a `Resolve`),
/// generic ones their argument's, enums have names, ids are UUID strings, a component is required unless it is
/// `@Nullable`, and then may be null; sealed families of commands name their members.
final class ExactTypes implements ModelConverter {
    private final Map<String, JavaType> named = new HashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var java = TypeFactory.defaultInstance().constructType(type.getType());
        var raw = java.getRawClass();
        if (raw != TypedId.class && TypedId.class.isAssignableFrom(raw)) return new UUIDSchema();
        if (isOurs(raw)) type.setName(uniqueName(java));
        if (!chain.hasNext()) return null;
        var schema = chain.next().resolve(type, context, chain);
        if (schema != null && isOurs(raw)) complete(raw, defined(schema, context));
        return schema;
    }

    private static boolean isOurs(Class<?> raw) {
        return raw.getName().startsWith("io.hengwei") && (raw.isRecord() || raw.isInterface() || raw.isEnum());
    }

    private String uniqueName(JavaType type) {
        var name = name(type);
        var before = named.putIfAbsent(name, type);
        if (before != null && !before.equals(type))
            throw new IllegalStateException("two types are called " + name + ": " + before + ", " + type);
        return name;
    }

    private static String name(JavaType type) {
        var name = new StringBuilder(name(type.getRawClass()));
        for (int i = 0; i < type.containedTypeCount(); i++) name.append(name(type.containedType(i)));
        return name.toString();
    }

    private static String name(Class<?> type) {
        var owner = type.getDeclaringClass();
        return owner == null || type.isAnnotationPresent(JsonTypeInfo.class)
                ? type.getSimpleName()
                : name(owner) + type.getSimpleName();
    }

    private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
        if (schema.get$ref() == null) return schema;
        var model = context.getDefinedModels()
                .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        return model == null ? schema : model;
    }

    private static void complete(Class<?> raw, Schema<?> model) {
        if (raw.isSealed() && model.getDiscriminator() != null) nameMembers(raw, model);
        if (raw.isRecord()) distinguish(raw, model);
    }

    /// The discriminator's values are the simple names of the commands, not the names of their schemas.
    private static void nameMembers(Class<?> family, Schema<?> model) {
        for (var member : family.getPermittedSubclasses())
            model.getDiscriminator().mapping(member.getSimpleName(), "#/components/schemas/" + name(member));
    }

    private static void distinguish(Class<?> raw, Schema<?> model) {
        if (model.getProperties() == null) return;
        Set<String> required = new TreeSet<>();
        distinguish(raw, model.getProperties(), required);
        model.setRequired(required.isEmpty() ? null : List.copyOf(required));
    }

    @SuppressWarnings("rawtypes")
    private static void distinguish(Class<?> raw, Map<String, Schema> properties, Set<String> required) {
        for (var component : raw.getRecordComponents()) {
            var name = jsonName(component);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                distinguish(component.getType(), properties, required);
            else if (isNullable(component)) properties.computeIfPresent(name, (same, schema) -> orNull(schema));
            else if (properties.containsKey(name)) required.add(name);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String jsonName(RecordComponent component) {
        var given = component.getAccessor().getAnnotation(JsonProperty.class);
        return given == null || given.value().isEmpty() ? component.getName() : given.value();
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null)
            return new JsonSchema().addAnyOfItem(schema).addAnyOfItem(nothing());
        if (schema.getTypes() != null && !schema.getTypes().contains("null")) schema.addType("null");
        return schema;
    }

    private static Schema<?> nothing() {
        var nothing = new JsonSchema();
        nothing.addType("null");
        return nothing;
    }
}
