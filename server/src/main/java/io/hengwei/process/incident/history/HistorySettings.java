package io.hengwei.process.incident.history;

import static io.hengwei.platform.setting.SettingScope.Kind.UNIT;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import org.springframework.stereotype.Component;

/// The figures of imports.
@Component
final class HistorySettings implements DeclaresSettings {
    static final Setting<Integer> LARGEST_FILE = Setting.integer("import.largest-file", 512)
            .atLeast(1)
            .unit("MB")
            .asProposed()
            .scopes(UNIT);
}
