package io.hengwei.platform.record;

import io.hengwei.platform.setting.SettingActs;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes of settings are acts like any other.
@Component
class SettingOperations implements SettingActs {
    static final String CHANGE = "setting:change";

    /// @param before what was in force
    /// @param effectiveFrom null for at once
    /// @param seen the line on which it is built, still the last one when it is carried out; null for whichever
    record ChangeSetting(
            String key,
            SettingScope scope,
            Object before,
            @Nullable Object value,
            @Nullable Instant effectiveFrom,
            String reason,
            @Nullable Long seen)
            implements Operation {}

    private final Operations operations;

    SettingOperations(Operations operations) {
        this.operations = operations;
    }

    @Override
    public void perform(Change change, @Nullable SettingScope unit, Runnable work) {
        var subject = UUID.nameUUIDFromBytes(change.key().getBytes(StandardCharsets.UTF_8));
        var operation = new ChangeSetting(
                change.key(),
                change.scope(),
                change.before(),
                change.value(),
                change.effectiveFrom(),
                change.reason(),
                change.seen());
        var act = unit == null || unit.id() == null
                ? Act.ofEverybody(CHANGE, "SETTING", subject, operation)
                : new Act(CHANGE, new UnitId(unit.id()), "SETTING", subject, operation);
        operations.administer(act, Boolean.class, () -> {
            work.run();
            return true;
        });
    }
}
