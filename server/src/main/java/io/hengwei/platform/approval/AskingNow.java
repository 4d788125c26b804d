package io.hengwei.platform.approval;

import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.UnitId;
import org.springframework.stereotype.Component;

/// What a consent of a unit must know of people and figures now.
@Component
class AskingNow {
    private final Approvers approvers;
    private final Settings settings;

    AskingNow(Approvers approvers, Settings settings) {
        this.approvers = approvers;
        this.settings = settings;
    }

    Asking now(UnitId unit) {
        var scope = SettingScope.unit(unit.value());
        return new Asking(
                approvers,
                settings.value(ApprovalSettings.RELEASE, scope),
                settings.value(ApprovalSettings.URGE_PAUSE, scope));
    }
}
