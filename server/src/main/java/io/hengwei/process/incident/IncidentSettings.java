package io.hengwei.process.incident;

import static io.hengwei.platform.setting.SettingScope.Kind.SYSTEM;
import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import org.springframework.stereotype.Component;

/// The figures of incident handling.
@Component
final class IncidentSettings implements DeclaresSettings {
    static final Setting<PriorityMatrix> PRIORITY_MATRIX = Setting.table(
                    "incident.priority-matrix", PriorityMatrix.class, PriorityMatrix.STANDARD)
            .clause("000-G §二.2")
            .asProposed()
            .scopes(UNIT);
    static final Setting<LevelRules> LEVEL_RULES = Setting.table(
                    "incident.level-rules", LevelRules.class, LevelRules.STANDARD)
            .clause("000-T art.15")
            .asProposed()
            .scopes(UNIT, SYSTEM);
}
