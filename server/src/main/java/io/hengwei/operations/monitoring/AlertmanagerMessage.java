package io.hengwei.operations.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what Alertmanager's webhook sends (version 4). The group's own status is not looked at: a firing group may
/// carry resolved alerts. What is not known is passed over.
final class AlertmanagerMessage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TITLE = 200;
    private static final int TEXT = 8_000;
    private static final int FINGERPRINT = 100;

    /// An alert, or why there is none at this position.
    record Reading(
            int position, @Nullable Alert alert, @Nullable String problem) {}

    static final class Malformed extends Exception {
        Malformed(String why) {
            super(why);
        }
    }

    private AlertmanagerMessage() {}

    static List<Reading> read(byte[] body, Instant receivedAt) throws Malformed {
        var root = tree(body);
        var alerts = root.path("alerts");
        if (!alerts.isArray()) throw new Malformed("no alerts");
        int truncated = Math.max(0, root.path("truncatedAlerts").asInt(0));
        var readings = new ArrayList<Reading>();
        for (var alert : alerts) readings.add(reading(readings.size(), alert, truncated, receivedAt));
        return readings;
    }

    private static JsonNode tree(byte[] body) throws Malformed {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Malformed(e.getOriginalMessage());
        }
    }

    private static Reading reading(int position, JsonNode node, int truncated, Instant receivedAt) {
        var labels = texts(node.path("labels"));
        var status = status(text(node, "status"));
        if (labels.isEmpty()) return new Reading(position, null, Reason.MALFORMED.with("no labels"));
        if (status == null) return new Reading(position, null, Reason.UNKNOWN_STATUS.with(text(node, "status")));
        var annotations = texts(node.path("annotations"));
        var startsAt = instant(text(node, "startsAt"));
        return new Reading(
                position,
                new Alert(
                        position,
                        status,
                        fingerprint(text(node, "fingerprint"), labels),
                        labels.getOrDefault("alertname", "?"),
                        first(labels, "instance", "host", "node", "pod", "device"),
                        first(annotations, "value", "current_value"),
                        labels.get("severity"),
                        title(labels, annotations),
                        description(node, labels, annotations),
                        labels,
                        annotations,
                        startsAt == null ? receivedAt : startsAt,
                        instant(text(node, "endsAt")),
                        truncated),
                null);
    }

    private static Alert.@Nullable Status status(String status) {
        return switch (status) {
            case "firing" -> Alert.Status.FIRING;
            case "resolved" -> Alert.Status.RESOLVED;
            default -> null;
        };
    }

    /// The zero time, which says "not yet", and whatever is no time are none.
    private static @Nullable Instant instant(String text) {
        try {
            var at = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            return at.isBefore(Instant.EPOCH) ? null : at;
        } catch (DateTimeParseException ignored) {
            return null;
        }
    }

    private static String title(Map<String, String> labels, Map<String, String> annotations) {
        var summary = first(annotations, "summary", "title", "message");
        var name = Stream.of(labels.get("alertname"), first(labels, "instance", "host", "node", "pod", "device"))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return cut(summary == null ? name.isBlank() ? "alert" : name : summary, TITLE);
    }

    private static String description(JsonNode node, Map<String, String> labels, Map<String, String> annotations) {
        var lines = new ArrayList<String>();
        annotations.forEach((name, value) -> lines.add(name + ": " + value));
        lines.add(labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", ")));
        if (!text(node, "generatorURL").isBlank()) lines.add(text(node, "generatorURL"));
        return cut(String.join("\n", lines), TEXT);
    }

    private static @Nullable String first(Map<String, String> texts, String... names) {
        return Stream.of(names)
                .map(texts::get)
                .filter(text -> text != null && !text.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties()
                .forEach(each -> texts.put(
                        clean(each.getKey()),
                        clean(each.getValue().asString(each.getValue().toString()))));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return clean(node.path(field).asString(""));
    }

    /// PostgreSQL holds every character but one.
    private static String clean(String text) {
        return text.indexOf(0) < 0 ? text : text.replace("\0", "");
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String fingerprint(String given, Map<String, String> labels) {
        if (!given.isBlank() && given.length() <= FINGERPRINT) return given;
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(new TreeMap<>(labels).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
