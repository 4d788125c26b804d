package io.hengwei.platform.record;

import java.util.List;

/// Permissions for acts that belong to no record kind; each module declares its own as a bean.
public record Permissions(List<String> names) {
    public static Permissions of(String... names) {
        return new Permissions(List.of(names));
    }
}
