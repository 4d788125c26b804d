package io.hengwei.process.sla;

import io.hengwei.platform.calendar.CalendarVersion;
import io.hengwei.platform.calendar.Calendars;
import io.hengwei.platform.calendar.Limit;
import io.hengwei.platform.record.ProcessRecord;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.NotFound;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Chooses what a record's clock is measured against: level and class, then system, unit, everywhere.
@Component
class Targets {
    private static final Logger LOG = LoggerFactory.getLogger(Targets.class);

    private final Settings settings;
    private final Calendars calendars;

    Targets(Settings settings, Calendars calendars) {
        this.settings = settings;
        this.calendars = calendars;
    }

    /// @param startedAt when the clock began: a limit is a stretch of working time from there
    Target choose(ClockName name, ProcessRecord<?, ?> record, Instant startedAt) {
        var level = FaultLevel.of(record.level());
        var systemClass = SystemClass.of(record.systemClass());
        var scope = record.system() == null
                ? SettingScope.unit(record.unit().value())
                : SettingScope.system(record.system());
        var setting = SlaSettings.limit(name, level, systemClass);
        var limit = settings.value(setting, scope);
        var version = calendar(settings.value(SlaSettings.calendar(name, level), scope));
        var length = limit.length(version.calendar(), startedAt);
        var warnAfter = length.multipliedBy(Math.clamp(settings.value(SlaSettings.WARNING, scope), 0, 100))
                .dividedBy(100);
        var proposed = setting.proposed() && limit.equals(setting.standard());
        return new Target(
                limit.toString(), length, warnAfter, version.id(), version.version(), level, systemClass, proposed);
    }

    /// The same limit, counted by the calendar as it stands now.
    Target renewed(Target target, Instant startedAt) {
        var version = calendar(target.calendar());
        if (version.version() == target.calendarVersion() && version.id().equals(target.calendar())) return target;
        return target.measured(Limit.parse(target.limit()).length(version.calendar(), startedAt), version.version());
    }

    /// A calendar that a setting names and nobody has must not keep faults from being opened.
    private CalendarVersion calendar(String id) {
        try {
            return calendars.current(id);
        } catch (NotFound e) {
            LOG.warn("There is no calendar {}; time is counted around the clock", id);
            return calendars.current(Calendars.ALWAYS);
        }
    }
}
