package io.hengwei.platform.setting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// From a scope up to the top, with the help of the modules that own units, systems and services.
@Component
class ScopeFamily {
    private static final int LONGEST = 32;
    private final Map<SettingScope.Kind, ScopeParents> parents = new EnumMap<>(SettingScope.Kind.class);

    ScopeFamily(List<ScopeParents> parents) {
        for (var each : parents) {
            if (this.parents.put(each.kind(), each) != null) {
                throw new IllegalStateException("Two modules tell the parents of " + each.kind());
            }
        }
    }

    /// The scope itself first, `GLOBAL` last.
    List<SettingScope> line(SettingScope scope) {
        var line = new ArrayList<SettingScope>();
        for (var at = scope; at.id() != null; at = parent(at)) {
            if (line.size() == LONGEST) {
                throw new IllegalStateException("The parents of " + scope + " have no end");
            }
            line.add(at);
        }
        line.add(SettingScope.GLOBAL);
        return line;
    }

    @Nullable
    String name(SettingScope scope) {
        var owner = parents.get(scope.kind());
        return owner == null || scope.id() == null ? null : owner.name(scope.id());
    }

    private SettingScope parent(SettingScope scope) {
        var owner = parents.get(scope.kind());
        return owner == null || scope.id() == null ? SettingScope.GLOBAL : owner.parent(scope.id());
    }
}
