package io.hengwei.platform.setting;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Stale;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What can be done with settings.
@Service
public class SettingAdministration {
    private final Settings settings;
    private final ScopeFamily family;
    private final DeclaredSettings declared;
    private final SettingActs acts;
    private final SettingInput input;
    private final SettingValues values;
    private final Clock clock;

    SettingAdministration(
            Settings settings,
            ScopeFamily family,
            DeclaredSettings declared,
            SettingActs acts,
            SettingInput input,
            SettingValues values,
            Clock clock) {
        this.settings = settings;
        this.family = family;
        this.declared = declared;
        this.acts = acts;
        this.input = input;
        this.values = values;
        this.clock = clock;
    }

    /// As below, for a setting known by its key and a value as it was typed.
    public void change(
            String key, SettingScope scope, @Nullable Object value, @Nullable Instant effectiveFrom, String reason) {
        change(key, scope, value, effectiveFrom, reason, null);
    }

    /// @param seen the last line of the scope (`latest`) on which the person built; null for whichever there is
    /// @throws Stale when there is a later one
    public void change(
            String key,
            SettingScope scope,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            String reason,
            @Nullable Long seen) {
        if (scope.id() != null && family.name(scope) == null) throw new NotFound(scope.id());
        typed(declared.get(key), scope, value, effectiveFrom, reason, seen);
    }

    /// Which line of the scope itself is the last, to be sent along with a change.
    public long latest(Setting<?> setting, SettingScope scope) {
        return values.latest(setting.key(), scope);
    }

    private <T> void typed(
            Setting<T> setting,
            SettingScope scope,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            String reason,
            @Nullable Long seen) {
        change(setting, scope, value == null ? null : input.read(setting, value), effectiveFrom, reason, seen);
    }

    /// Sets a value from an instant on, which may lie ahead (an instant that has passed means now); null takes the
    /// scope back to what it inherits. Needs `setting:change` in the unit that the scope belongs to.
    ///
    /// @param effectiveFrom null for at once
    public <T> void change(
            Setting<T> setting, SettingScope scope, @Nullable T value, @Nullable Instant effectiveFrom, String reason) {
        change(setting, scope, value, effectiveFrom, reason, null);
    }

    /// @param seen as above
    public <T> void change(
            Setting<T> setting,
            SettingScope scope,
            @Nullable T value,
            @Nullable Instant effectiveFrom,
            String reason,
            @Nullable Long seen) {
        Settings.requireSettable(setting, scope);
        requireSeen(setting, scope, seen);
        var unit = family.line(scope).stream()
                .filter(above -> above.kind() == SettingScope.Kind.UNIT)
                .findFirst()
                .orElse(null);
        acts.perform(
                new SettingActs.Change(
                        setting.key(), scope, settings.value(setting, scope), value, effectiveFrom, reason, seen),
                unit,
                () -> {
                    if (seen != null) values.hold(setting.key());
                    requireSeen(setting, scope, seen);
                    settings.change(setting, scope, value, orNow(effectiveFrom), reason);
                });
    }

    private void requireSeen(Setting<?> setting, SettingScope scope, @Nullable Long seen) {
        if (seen == null) return;
        var latest = values.latest(setting.key(), scope);
        if (latest != seen) throw new Stale(latest);
    }

    private Instant orNow(@Nullable Instant wanted) {
        var now = clock.instant();
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }
}
