package io.hengwei.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What there is to attack: every endpoint of the committed description, its parameters and the bodies it takes. A new
/// endpoint is attacked from the day on which it is described.
final class Description {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode root;

    record Parameter(String name, JsonNode schema, boolean required) {}

    record Endpoint(String method, String path, List<Parameter> query, List<Body> bodies) {
        boolean isUnsafe() {
            return !method.equals("GET");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /// One kind of object that an endpoint takes.
    ///
    /// @param command its name where the endpoint takes several, else empty
    record Body(String command, Map<String, JsonNode> fields, Set<String> required) {}

    private Description(JsonNode root) {
        this.root = root;
    }

    static Description read() {
        try {
            return new Description(JSON.readTree(Files.readString(Path.of("../docs/openapi.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Endpoint> endpoints() {
        var found = new ArrayList<Endpoint>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> found.add(endpoint(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return found;
    }

    private Endpoint endpoint(String method, String path, JsonNode operation) {
        var query = stream(operation.path("parameters"))
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> new Parameter(
                        parameter.path("name").asString(),
                        resolved(parameter.path("schema")),
                        parameter.path("required").asBoolean()))
                .toList();
        var taken = operation.path("requestBody").path("content").path("application/json");
        return new Endpoint(method, path, query, taken.has("schema") ? bodies(taken.path("schema")) : List.of());
    }

    private List<Body> bodies(JsonNode schema) {
        if (!schema.has("oneOf")) return List.of(body("", resolved(schema)));
        return stream(schema.path("oneOf"))
                .map(one -> body(command(one.path("$ref").asString()), resolved(one)))
                .toList();
    }

    /// The name by which the family of commands knows this one.
    private String command(String reference) {
        return root.path("components").path("schemas").properties().stream()
                .flatMap(schema -> schema.getValue().path("discriminator").path("mapping").properties().stream())
                .filter(entry -> entry.getValue().asString().equals(reference))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private Body body(String command, JsonNode schema) {
        var fields = new TreeMap<String, JsonNode>();
        own(schema).properties().forEach(field -> fields.put(field.getKey(), resolved(field.getValue())));
        var required = stream(schema.path("required")).map(JsonNode::asString).collect(Collectors.toSet());
        return new Body(command, fields, required);
    }

    /// A command has its fields in the second part of what it consists of.
    private static JsonNode own(JsonNode schema) {
        return schema.has("allOf") ? schema.path("allOf").path(1).path("properties") : schema.path("properties");
    }

    JsonNode resolved(JsonNode schema) {
        if (schema.has("anyOf")) return resolved(schema.path("anyOf").path(0));
        if (!schema.has("$ref")) return schema;
        var name = schema.path("$ref").asString().replaceFirst(".*/", "");
        return resolved(root.path("components").path("schemas").path(name));
    }

    /// `string`, `integer`, `number`, `boolean`, `array`, `object`, or empty where anything is taken.
    static String type(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asString() : type.asString("");
    }

    static boolean isFreeText(JsonNode schema) {
        return type(schema).equals("string") && !schema.has("format") && !schema.has("enum");
    }

    /// A value that fits, about the given unit where an id is asked for.
    Object sample(JsonNode schema, String id) {
        if (schema.has("enum")) return schema.path("enum").path(0).asString();
        return switch (type(schema)) {
            case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
            case "boolean" -> true;
            case "array" -> List.of();
            case "object" -> object(schema, id);
            default -> text(schema.path("format").asString(""), id);
        };
    }

    private Map<String, Object> object(JsonNode schema, String id) {
        return filled(body("", schema), id);
    }

    Map<String, Object> filled(Body body, String id) {
        var filled = new LinkedHashMap<String, Object>();
        if (!body.command().isEmpty()) filled.put("command", body.command());
        body.required().stream().sorted().forEach(name -> {
            if (body.fields().containsKey(name))
                filled.put(name, sample(body.fields().get(name), id));
        });
        return filled;
    }

    private static String text(String format, String id) {
        return switch (format) {
            case "uuid" -> id;
            case "date" -> "2026-01-05";
            case "date-time" -> "2026-01-05T01:00:00Z";
            case "duration" -> "PT1H";
            case "email" -> "a@example.org";
            default -> "plain";
        };
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
