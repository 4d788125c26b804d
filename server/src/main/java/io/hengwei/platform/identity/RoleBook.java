package io.hengwei.platform.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All roles as they stood at one version, with what each of them may do.
final class RoleBook {
    private final long version;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final Map<String, Set<String>> permissions = new LinkedHashMap<>();

    RoleBook(long version, List<Role> all, PermissionRules rules) {
        this.version = version;
        for (var role : all) {
            roles.put(role.code(), role);
            if (role.active()) permissions.put(role.code(), rules.given(role.administration(), role.patterns()));
        }
    }

    long version() {
        return version;
    }

    Collection<Role> all() {
        return roles.values();
    }

    @Nullable
    Role find(String code) {
        return roles.get(code);
    }

    /// Of the roles in use.
    Map<String, Set<String>> permissions() {
        return permissions;
    }

    Set<String> of(String role) {
        return permissions.getOrDefault(role, Set.of());
    }

    Set<String> granting(String permission) {
        return permissions.entrySet().stream()
                .filter(e -> e.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
