package io.hengwei.platform.account;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures of account requests.
@Component
final class AccountRequestSettings implements DeclaresSettings {
    /// Within which what was consented to is to be executed.
    static final Setting<Duration> EXECUTION = Setting.duration("account.execution", Duration.ofDays(1))
            .clause("000-F §三(一)3")
            .asProposed();

    /// Between two reminders of what is late.
    static final Setting<Duration> REMINDER = Setting.duration("account.reminder", Duration.ofDays(1))
            .clause("000-F §三(一)3")
            .asProposed();
}
