package io.hengwei.platform.setting;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A figure of the rules, named by its module: `incident.confirm-limit`.
///
/// @param valueType the Java type of the value, read from and written to JSON
/// @param standard the value where nobody has set one
/// @param unit of measure, where the type does not say it
/// @param clause of the regulation that demands it
/// @param proposed whether we proposed the figure because the rules leave it open
/// @param scopes where it may be set, besides globally
/// @param least the least figure that may be set; null where there is no such thing
/// @param most the greatest one
public record Setting<T>(
        String key,
        Type type,
        Class<T> valueType,
        T standard,
        @Nullable String unit,
        @Nullable String clause,
        boolean proposed,
        Set<SettingScope.Kind> scopes,
        @Nullable T least,
        @Nullable T most) {

    public enum Type {
        DURATION,
        LIMIT,
        INTEGER,
        BOOLEAN,
        TEXT,
        CHOICE,
        CALENDAR,
        TABLE
    }

    /// Nothing takes longer, and every calendar reaches so far.
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final int GREATEST = 1_000_000_000;
    private static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+";

    public Setting {
        if (!key.matches(KEY)) {
            throw new IllegalArgumentException("A setting is named like module.some-limit, not '" + key + "'");
        }
        var everywhere = EnumSet.of(SettingScope.Kind.GLOBAL);
        everywhere.addAll(scopes);
        scopes = Set.copyOf(everywhere);
    }

    public static <T> Setting<T> of(String key, Type type, Class<T> valueType, T standard) {
        return new Setting<>(key, type, valueType, standard, null, null, false, Set.of(), null, null);
    }

    public static Setting<Duration> duration(String key, Duration standard) {
        return of(key, Type.DURATION, Duration.class, standard).between(Duration.ZERO, LONGEST);
    }

    public static Setting<Integer> integer(String key, int standard) {
        return of(key, Type.INTEGER, Integer.class, standard).between(0, GREATEST);
    }

    public static Setting<Boolean> flag(String key, boolean standard) {
        return of(key, Type.BOOLEAN, Boolean.class, standard);
    }

    public static Setting<String> text(String key, String standard) {
        return of(key, Type.TEXT, String.class, standard);
    }

    /// The id of a calendar; empty where none is a choice.
    public static Setting<String> calendar(String key, String standard) {
        return of(key, Type.CALENDAR, String.class, standard);
    }

    public static <E extends Enum<E>> Setting<E> choice(String key, E standard) {
        return of(key, Type.CHOICE, standard.getDeclaringClass(), standard);
    }

    /// A small table: a record that holds its rows.
    public static <T extends Record> Setting<T> table(String key, Class<T> rows, T standard) {
        return of(key, Type.TABLE, rows, standard);
    }

    public Setting<T> between(T least, T most) {
        return new Setting<>(key, type, valueType, standard, unit, clause, proposed, scopes, least, most);
    }

    public Setting<T> atLeast(T least) {
        return between(least, Objects.requireNonNull(most));
    }

    public Setting<T> unit(String unit) {
        return new Setting<>(key, type, valueType, standard, unit, clause, proposed, scopes, least, most);
    }

    public Setting<T> clause(String clause) {
        return new Setting<>(key, type, valueType, standard, unit, clause, proposed, scopes, least, most);
    }

    public Setting<T> asProposed() {
        return new Setting<>(key, type, valueType, standard, unit, clause, true, scopes, least, most);
    }

    public Setting<T> scopes(SettingScope.Kind... kinds) {
        return new Setting<>(key, type, valueType, standard, unit, clause, proposed, Set.of(kinds), least, most);
    }

    /// What may be chosen, in its order; empty where there is no such choice.
    public List<String> choices() {
        return type == Type.CHOICE
                ? Stream.of(valueType.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
    }

    public String module() {
        return key.substring(0, key.indexOf('.'));
    }
}
