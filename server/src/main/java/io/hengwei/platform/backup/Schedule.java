package io.hengwei.platform.backup;

import io.hengwei.platform.setting.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/// When the next backup and the next proof are due. What was missed while nothing ran is made up for, once.
@Component
class Schedule {
    private final Settings settings;
    private final BackupProperties properties;
    private final Runs runs;
    private final ZoneId zone;
    private final Clock clock;

    Schedule(Settings settings, BackupProperties properties, Runs runs, ZoneId zone, Clock clock) {
        this.settings = settings;
        this.properties = properties;
        this.runs = runs;
        this.zone = zone;
        this.clock = clock;
    }

    boolean on() {
        return properties.scheduled();
    }

    boolean backupIsDue() {
        return on() && !nextBackup().isAfter(clock.instant());
    }

    Instant nextBackup() {
        return nextHourAfter(runs.lastScheduled(Run.Kind.BACKUP));
    }

    /// The backup of that day is made first: it is the one that is proved.
    boolean verificationIsDue() {
        int days = settings.value(BackupSettings.VERIFY_DAYS);
        if (!on() || days < 1) return false;
        var after = runs.lastScheduled(Run.Kind.VERIFICATION)
                .atZone(zone)
                .plusDays(days - 1L)
                .toInstant();
        return !nextHourAfter(after).isAfter(clock.instant());
    }

    private Instant nextHourAfter(Instant instant) {
        var hour = LocalTime.of(Math.clamp(settings.value(BackupSettings.HOUR), 0, 23), 0);
        var local = instant.atZone(zone);
        var today = local.toLocalDate().atTime(hour).atZone(zone);
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(hour).atZone(zone))
                .toInstant();
    }
}
