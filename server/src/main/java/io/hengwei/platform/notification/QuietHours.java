package io.hengwei.platform.notification;

import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// When something may reach a person outside the product: within the hours of the person's unit, except where a fault
/// of level I or II is concerned.
@Component
class QuietHours {
    private static final Set<String> AT_ANY_HOUR = Set.of("LEVEL_I", "LEVEL_II");
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
        if (level != null && AT_ANY_HOUR.contains(level)) return now;
        var id = settings.value(NotificationSettings.HOURS, SettingScope.unit(unit.value()));
        if (id.isBlank()) return now;
        try {
            var calendar = calendars.byId(id);
            return calendar.isWorking(now) ? now : calendar.plus(now, A_MOMENT);
        } catch (NotFound gone) {
            return now;
        }
    }
}
