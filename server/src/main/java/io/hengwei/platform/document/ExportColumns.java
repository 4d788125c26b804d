package io.hengwei.platform.document;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/// The columns of an exported list, read off its row record: labels instead of code names, names instead of ids, the
/// wall clock instead of UTC.
final class ExportColumns<R extends Record> {
    private static final Set<String> LEFT_OUT = Set.of("id", "version");
    private static final List<String> NAMES = List.of("name", "number", "title");

    private final String list;
    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;
    private final List<RecordComponent> components;

    ExportColumns(String list, Class<R> row, MessageSource messages, Locale locale, ZoneId zone) {
        this.list = list;
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
        components = Arrays.stream(row.getRecordComponents())
                .filter(c -> !LEFT_OUT.contains(c.getName()))
                .toList();
    }

    List<String> headings() {
        return components.stream()
                .map(c -> message("export." + list + "." + c.getName(), message("export." + c.getName(), c.getName())))
                .toList();
    }

    String cut(int limit) {
        return messages.getMessage("export.cut", new Object[] {limit}, locale);
    }

    /// Text, number, local date and time, or null.
    List<@Nullable Object> values(R row) {
        return components.stream()
                .<@Nullable Object>map(c -> value(c.getName(), read(c, row)))
                .collect(Collectors.toList());
    }

    private @Nullable Object value(String column, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> LocalDateTime.ofInstant(at, zone);
            case Boolean yes -> message(yes ? "export.yes" : "export.no", String.valueOf(yes));
            case Enum<?> constant -> label(constant);
            case Number number -> number;
            case Record record -> name(record);
            case Collection<?> many ->
                many.stream().map(each -> String.valueOf(value(column, each))).collect(Collectors.joining(", "));
            default -> coded(column, value.toString());
        };
    }

    private String label(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var owner = type.getEnclosingClass();
        var plain = message("enum." + type.getSimpleName() + "." + constant.name(), constant.name());
        return owner == null
                ? plain
                : message("enum." + owner.getSimpleName() + type.getSimpleName() + "." + constant.name(), plain);
    }

    /// A code name that a list carries as text (`priority`) has its label too.
    private String coded(String column, String text) {
        if (!text.matches("[A-Z][A-Z0-9_]{0,40}")) return text;
        var kind = Character.toUpperCase(column.charAt(0)) + column.substring(1);
        return message("enum." + kind + "." + text, text);
    }

    private @Nullable Object name(Record record) {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(record.getClass().getRecordComponents())
                        .filter(c -> c.getName().equals(name)))
                .findFirst()
                .map(c -> read(c, record))
                .orElse(null);
    }

    private String message(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale));
    }

    private static @Nullable Object read(RecordComponent component, Record row) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
