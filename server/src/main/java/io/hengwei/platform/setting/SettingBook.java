package io.hengwei.platform.setting;

import static java.util.stream.Collectors.groupingBy;

import io.hengwei.platform.setting.SettingValues.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All values ever set, as one reading of the table found them.
record SettingBook(Map<String, Map<SettingScope, List<Value>>> values, String stamp, long readAt) {
    private static final Comparator<Value> OLDEST_FIRST =
            Comparator.comparing(Value::effectiveFrom).thenComparing(Value::id);

    static SettingBook of(List<Value> values, String stamp) {
        var ordered = values.stream().sorted(OLDEST_FIRST);
        return new SettingBook(
                ordered.collect(groupingBy(Value::key, groupingBy(Value::scope))), stamp, System.nanoTime());
    }

    SettingBook stillTrue() {
        return new SettingBook(values, stamp, System.nanoTime());
    }

    boolean knows(String key) {
        return values.containsKey(key);
    }

    boolean onlyGlobally(String key) {
        return history(key).keySet().stream().allMatch(SettingScope.GLOBAL::equals);
    }

    Map<SettingScope, List<Value>> history(String key) {
        return values.getOrDefault(key, Map.of());
    }

    /// What this scope itself says; null when it says nothing (any more).
    @Nullable
    Value inForce(String key, SettingScope scope, Instant at) {
        var latest = history(key).getOrDefault(scope, List.of()).stream()
                .filter(value -> value.inForce(at))
                .reduce((ignored, later) -> later)
                .orElse(null);
        return latest == null || latest.json() == null ? null : latest;
    }
}
