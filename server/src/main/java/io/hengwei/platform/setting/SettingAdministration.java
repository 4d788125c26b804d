package io.hengwei.platform.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What can be done with settings.
@Service
public class SettingAdministration {
    private final Settings settings;
    private final ScopeFamily family;
    private final SettingActs acts;

    SettingAdministration(Settings settings, ScopeFamily family, SettingActs acts) {
        this.settings = settings;
        this.family = family;
        this.acts = acts;
    }

    /// Sets a value from an instant on, which may lie ahead; null takes the scope back to what it inherits. Needs
    /// `setting:change` in the unit that the scope belongs to.
    public <T> void change(
            Setting<T> setting, SettingScope scope, @Nullable T value, Instant effectiveFrom, String reason) {
        var unit = family.line(scope).stream()
                .filter(above -> above.kind() == SettingScope.Kind.UNIT)
                .findFirst()
                .orElse(null);
        acts.perform(
                new SettingActs.Change(setting.key(), scope, value, effectiveFrom, reason),
                unit,
                () -> settings.change(setting, scope, value, effectiveFrom, reason));
    }
}
