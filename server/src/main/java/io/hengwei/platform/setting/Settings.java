package io.hengwei.platform.setting;

import io.hengwei.platform.setting.SettingValues.Value;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/// The figures of the rules, as they stand for a scope at an instant. Values are kept in memory and compared with the
/// table once a second, so every node follows a change within a second, and the changing one at once.
@Service
public class Settings {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long FRESH_NANOS = 1_000_000_000L;

    private final SettingValues table;
    private final ScopeFamily family;
    private final Clock clock;
    private final ConcurrentHashMap<Long, Object> parsed = new ConcurrentHashMap<>();
    private volatile @Nullable SettingBook book;
    private volatile int forgotten;

    Settings(SettingValues table, ScopeFamily family, Clock clock) {
        this.table = table;
        this.family = family;
        this.clock = clock;
    }

    /// The value that holds everywhere.
    public <T> T value(Setting<T> setting) {
        return value(setting, SettingScope.GLOBAL);
    }

    public <T> T value(Setting<T> setting, SettingScope scope) {
        return value(setting, scope, clock.instant());
    }

    /// The scope itself and all above it, the nearest first, everywhere last.
    public List<SettingScope> line(SettingScope scope) {
        return family.line(scope);
    }

    /// What it is called, for whoever reads a rule that names it; null when it is gone.
    public @Nullable String name(SettingScope scope) {
        return family.name(scope);
    }

    /// The value of the scope itself or of the nearest above it that has one, else the default.
    public <T> T value(Setting<T> setting, SettingScope scope, Instant at) {
        var found = source(setting, scope, at);
        return found == null ? setting.standard() : read(setting, found);
    }

    <T> void change(Setting<T> setting, SettingScope scope, @Nullable T value, Instant effectiveFrom, String reason) {
        requireSettable(setting, scope);
        var json = value == null ? null : JSON.writerFor(setting.valueType()).writeValueAsString(value);
        var by = Scope.current().me();
        table.add(new Value(0, setting.key(), scope, json, effectiveFrom, by, clock.instant(), reason));
        forget();
    }

    static void requireSettable(Setting<?> setting, SettingScope scope) {
        if (!setting.scopes().contains(scope.kind()))
            throw Refused.invalid("setting-scope", setting.key(), scope.kind());
    }

    @Nullable
    Value source(Setting<?> setting, SettingScope scope, Instant at) {
        var now = book();
        if (!now.knows(setting.key())) {
            return null;
        }
        var line = now.onlyGlobally(setting.key()) ? List.of(SettingScope.GLOBAL) : family.line(scope);
        for (var each : line) {
            var value = now.inForce(setting.key(), each, at);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// A value never changes once it is written, so its line is parsed once.
    <T> T read(Setting<T> setting, Value value) {
        var known = parsed.computeIfAbsent(value.id(), ignored -> JSON.readValue(value.json(), setting.valueType()));
        return setting.valueType().cast(known);
    }

    SettingBook book() {
        var last = book;
        if (last != null && System.nanoTime() - last.readAt() < FRESH_NANOS) {
            return last;
        }
        var before = forgotten;
        var stamp = table.stamp();
        var current =
                last != null && last.stamp().equals(stamp) ? last.stillTrue() : SettingBook.of(table.all(), stamp);
        keep(current, before);
        return current;
    }

    /// Whoever began to read before a change must not bring back what was before it.
    private synchronized void keep(SettingBook read, int before) {
        if (forgotten == before) book = read;
    }

    private synchronized void drop() {
        forgotten++;
        book = null;
    }

    /// Now, for who reads on in this transaction, and after it, when everybody may see the value.
    private void forget() {
        drop();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop();
                }
            });
        }
    }
}
