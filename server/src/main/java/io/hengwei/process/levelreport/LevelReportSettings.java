package io.hengwei.process.levelreport;

import static io.hengwei.platform.setting.SettingScope.Kind.SYSTEM;
import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class LevelReportSettings implements DeclaresSettings {
    static final Setting<ReportingRules> RULES = Setting.table(
                    "level-report.rules", ReportingRules.class, ReportingRules.STANDARD)
            .clause("000-T art.22.2, art.9.4, art.11.6")
            .scopes(UNIT, SYSTEM);

    /// How long those who were told have to say that they know, on the wall.
    static final Setting<Duration> ACKNOWLEDGE = Setting.duration("level-report.acknowledge", Duration.ofMinutes(15))
            .clause("000-T art.22")
            .asProposed()
            .scopes(UNIT, SYSTEM);
}
