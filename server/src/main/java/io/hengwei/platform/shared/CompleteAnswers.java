package io.hengwei.platform.shared;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// What the server sends has all its parts, also those that are null; only what it takes may leave some out.
final class CompleteAnswers implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        schemas.values().forEach(CompleteAnswers::nameValuesOnly);
        var operations = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .toList();
        var taken = reachable(operations.stream().flatMap(CompleteAnswers::taken), schemas);
        var sent = reachable(operations.stream().flatMap(CompleteAnswers::sent), schemas);
        sent.removeAll(taken);
        for (var name : sent) {
            var schema = schemas.get(name);
            if (schema != null && schema.getProperties() != null)
                schema.setRequired(
                        schema.getProperties().keySet().stream().sorted().toList());
        }
    }

    /// A parameter that may be absent leaves its mark on the enum it takes: null is none of its values.
    private static void nameValuesOnly(Schema<?> schema) {
        if (schema.getEnum() != null && schema.getTypes() != null)
            schema.getTypes().remove("null");
    }

    private static Stream<Schema<?>> taken(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : in(operation.getRequestBody().getContent());
    }

    private static Stream<Schema<?>> sent(Operation operation) {
        return operation.getResponses().values().stream().flatMap(response -> in(response.getContent()));
    }

    private static Stream<Schema<?>> in(@Nullable Content content) {
        return content == null
                ? Stream.of()
                : content.values().stream()
                        .<Schema<?>>map(type -> type.getSchema())
                        .filter(Objects::nonNull);
    }

    private static Set<String> reachable(Stream<Schema<?>> from, Map<String, Schema> schemas) {
        Set<String> found = new HashSet<>();
        from.forEach(schema -> collect(schema, schemas, found));
        return found;
    }

    private static void collect(@Nullable Schema<?> schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) return;
        if (schema.get$ref() != null) {
            var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
            if (found.add(name)) collect(schemas.get(name), schemas, found);
        }
        parts(schema).forEach(part -> collect(part, schemas, found));
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Stream<Schema<?>> parts(Schema<?> schema) {
        var all = Stream.of(
                        schema.getProperties() == null
                                ? null
                                : schema.getProperties().values(),
                        schema.getItems() == null ? null : Set.of(schema.getItems()),
                        schema.getAdditionalProperties() instanceof Schema each ? Set.of(each) : null,
                        schema.getAllOf(),
                        schema.getAnyOf(),
                        schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream);
        return (Stream<Schema<?>>) (Stream) all;
    }
}
