package io.hengwei.platform.notification;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When something may reach a person outside the product: within the hours of the person's unit, except where a grave
/// fault is concerned.
@Component
class QuietHours {
    private static final Duration A_MOMENT = Duration.ofNanos(1_000);

    private final Settings settings;
    private final Calendars calendars;

    QuietHours(Settings settings, Calendars calendars) {
        this.settings = settings;
        this.calendars = calendars;
    }

    /// At once, or when the next hours begin.
    ///
    /// @param unit of the person
    Instant after(UnitId unit, @Nullable String level, Instant now) {
        var scope = SettingScope.unit(unit.value());
        if (settings.value(NotificationSettings.WAKING_LEVEL, scope).wakes(level)) return now;
        var id = settings.value(NotificationSettings.HOURS, scope);
        if (id.isBlank()) return now;
        try {
            var calendar = calendars.byId(id);
            return calendar.isWorking(now) ? now : calendar.plus(now, A_MOMENT);
        } catch (NotFound gone) {
            return now;
        }
    }
}
