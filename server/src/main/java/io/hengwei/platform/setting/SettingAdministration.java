package io.hengwei.platform.setting;

import io.hengwei.platform.shared.NotFound;
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
    private final Clock clock;

    SettingAdministration(
            Settings settings,
            ScopeFamily family,
            DeclaredSettings declared,
            SettingActs acts,
            SettingInput input,
            Clock clock) {
        this.settings = settings;
        this.family = family;
        this.declared = declared;
        this.acts = acts;
        this.input = input;
        this.clock = clock;
    }

    /// As below, for a setting known by its key and a value as it was typed.
    public void change(
            String key, SettingScope scope, @Nullable Object value, @Nullable Instant effectiveFrom, String reason) {
        if (scope.id() != null && family.name(scope) == null) throw new NotFound(scope.id());
        typed(declared.get(key), scope, value, effectiveFrom, reason);
    }

    private <T> void typed(
            Setting<T> setting,
            SettingScope scope,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            String reason) {
        change(setting, scope, value == null ? null : input.read(setting, value), effectiveFrom, reason);
    }

    /// Sets a value from an instant on, which may lie ahead (an instant that has passed means now); null takes the
    /// scope back to what it inherits. Needs `setting:change` in the unit that the scope belongs to.
    ///
    /// @param effectiveFrom null for at once
    public <T> void change(
            Setting<T> setting, SettingScope scope, @Nullable T value, @Nullable Instant effectiveFrom, String reason) {
        Settings.requireSettable(setting, scope);
        var unit = family.line(scope).stream()
                .filter(above -> above.kind() == SettingScope.Kind.UNIT)
                .findFirst()
                .orElse(null);
        acts.perform(
                new SettingActs.Change(
                        setting.key(), scope, settings.value(setting, scope), value, effectiveFrom, reason),
                unit,
                () -> settings.change(setting, scope, value, orNow(effectiveFrom), reason));
    }

    private Instant orNow(@Nullable Instant wanted) {
        var now = clock.instant();
        return wanted == null || wanted.isBefore(now) ? now : wanted;
    }
}
