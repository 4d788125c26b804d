package io.hengwei.platform.approval;

import io.hengwei.platform.identity.Rights;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What it takes besides the right: the rules by which somebody else has to agree, or to confirm on the spot.
@RestController
class NeedController {
    private final Rights rights;
    private final Settings settings;

    NeedController(Rights rights, Settings settings) {
        this.rights = rights;
        this.settings = settings;
    }

    /// For whoever may be told about the person's rights.
    @GetMapping("/api/people/{id}/rights/consents")
    List<ApprovalRules.Rule> consents(
            @PathVariable UserId id, @RequestParam String permission, @RequestParam UnitId unit) {
        rights.decide(id, permission, unit);
        return ActsUnder.rules(settings.value(ApprovalSettings.RULES, SettingScope.unit(unit.value())), permission);
    }
}
