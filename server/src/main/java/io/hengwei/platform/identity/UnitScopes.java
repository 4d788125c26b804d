package io.hengwei.platform.identity;

import io.hengwei.platform.setting.ScopeParents;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.UnitId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A setting of a unit holds in the units below it.
@Component
class UnitScopes implements ScopeParents {
    private final UnitTrees trees;

    UnitScopes(UnitTrees trees) {
        this.trees = trees;
    }

    @Override
    public SettingScope.Kind kind() {
        return SettingScope.Kind.UNIT;
    }

    @Override
    public SettingScope parent(UUID id) {
        var unit = trees.recent().find(new UnitId(id));
        return unit == null || unit.parent() == null
                ? SettingScope.GLOBAL
                : SettingScope.unit(unit.parent().value());
    }

    @Override
    public @Nullable String name(UUID id) {
        var known = trees.recent().find(new UnitId(id));
        var unit = known == null ? trees.current().find(new UnitId(id)) : known; // made a moment ago elsewhere
        return unit == null ? null : unit.name();
    }
}
