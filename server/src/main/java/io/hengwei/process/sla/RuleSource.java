package io.hengwei.process.sla;

import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;

/// Where targets find their rules: as they stand, or as somebody proposes them.
interface RuleSource {
    <T> T value(Setting<T> setting, SettingScope scope);
}
