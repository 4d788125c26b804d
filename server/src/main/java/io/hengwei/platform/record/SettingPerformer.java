package io.hengwei.platform.record;

import io.hengwei.platform.record.SettingOperations.ChangeSetting;
import io.hengwei.platform.setting.SettingAdministration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A change of a setting that waited for consent.
@Component
class SettingPerformer implements Performer<ChangeSetting> {
    private final SettingAdministration administration;

    SettingPerformer(SettingAdministration administration) {
        this.administration = administration;
    }

    @Override
    public List<Class<? extends ChangeSetting>> operations() {
        return List.of(ChangeSetting.class);
    }

    @Override
    public @Nullable UUID perform(Task<ChangeSetting> task) {
        var change = task.operation();
        administration.change(
                change.key(), change.scope(), change.value(), change.effectiveFrom(), change.reason(), change.seen());
        return null;
    }
}
