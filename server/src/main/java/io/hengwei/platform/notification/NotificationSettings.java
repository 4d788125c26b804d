package io.hengwei.platform.notification;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class NotificationSettings implements DeclaresSettings {
    static final Setting<Boolean> EMAIL =
            Setting.flag("notification.email", true).asProposed().scopes(SettingScope.Kind.UNIT);

    static final Setting<Integer> EMAIL_ATTEMPTS =
            Setting.integer("notification.email-attempts", 6).asProposed();

    /// Whoever restores or imports old history does not wake people with it.
    static final Setting<Duration> OLD_NEWS =
            Setting.duration("notification.old-news", Duration.ofHours(24)).asProposed();
}
