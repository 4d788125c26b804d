package io.hengwei.platform.setting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a value holds: everywhere, or for one unit, system or service and what lies below it. The id is opaque here.
public record SettingScope(Kind kind, @Nullable UUID id) {
    public static final SettingScope GLOBAL = new SettingScope(Kind.GLOBAL, null);

    /// From the widest to the narrowest.
    public enum Kind {
        GLOBAL,
        UNIT,
        SYSTEM,
        SERVICE
    }

    public SettingScope {
        if ((kind == Kind.GLOBAL) != (id == null)) {
            throw new IllegalArgumentException("A scope is global or names something: " + kind + " " + id);
        }
    }

    /// Where the rules for something are looked for: at the system it concerns, else at its unit.
    public static SettingScope of(@Nullable UUID system, UUID unit) {
        return system == null ? unit(unit) : system(system);
    }

    public static SettingScope unit(UUID id) {
        return new SettingScope(Kind.UNIT, id);
    }

    public static SettingScope system(UUID id) {
        return new SettingScope(Kind.SYSTEM, id);
    }

    public static SettingScope service(UUID id) {
        return new SettingScope(Kind.SERVICE, id);
    }
}
