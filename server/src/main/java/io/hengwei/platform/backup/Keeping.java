package io.hengwei.platform.backup;

import io.hengwei.platform.setting.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which backups stay: all of the last days, the last of each month, the last of each year.
@Component
class Keeping {
    private final Settings settings;
    private final Runs runs;
    private final ZoneId zone;
    private final Clock clock;

    Keeping(Settings settings, Runs runs, ZoneId zone, Clock clock) {
        this.settings = settings;
        this.runs = runs;
        this.zone = zone;
        this.clock = clock;
    }

    void removeWhatIsTooOld() throws IOException {
        var kept = runs.kept();
        var worth = worthKeeping(
                kept,
                zone,
                clock.instant().atZone(zone).toLocalDate(),
                settings.value(BackupSettings.KEEP_DAYS),
                settings.value(BackupSettings.KEEP_MONTHS),
                settings.value(BackupSettings.KEEP_YEARS));
        for (var run : kept) {
            if (worth.contains(run.id()) || run.file() == null) continue;
            Files.deleteIfExists(Path.of(run.file()));
            runs.removed(run);
        }
    }

    /// @param newestFirst of which the very first always stays
    static Set<UUID> worthKeeping(
            List<Run> newestFirst, ZoneId zone, LocalDate today, int days, int months, int years) {
        var worth = new HashSet<UUID>();
        var seenMonths = new HashSet<YearMonth>();
        var seenYears = new HashSet<Integer>();
        for (var run : newestFirst) {
            var date = run.askedAt().atZone(zone).toLocalDate();
            var lastOfMonth = seenMonths.add(YearMonth.from(date));
            var lastOfYear = seenYears.add(date.getYear());
            if (worth.isEmpty()
                    || date.isAfter(today.minusDays(days))
                    || lastOfMonth && date.isAfter(today.minusMonths(months))
                    || lastOfYear && date.isAfter(today.minusYears(years))) worth.add(run.id());
        }
        return worth;
    }
}
