package io.hengwei.resource.vault;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures of confidential passwords.
@Component
final class VaultSettings implements DeclaresSettings {
    /// Holds from the next renewal on; an entry may have an interval of its own.
    static final Setting<Integer> RENEWAL = Setting.integer("vault.renewal", 90)
            .unit("days")
            .clause("001-1 §3 一(八); 000-F §三(二)2")
            .scopes(SettingScope.Kind.UNIT, SettingScope.Kind.SYSTEM);

    static final Setting<Integer> DUE_SOON =
            Setting.integer("vault.due-soon", 14).unit("days").asProposed();

    /// Within it, whoever has given a reason opens the password.
    static final Setting<Duration> REVEAL_WINDOW =
            Setting.duration("vault.reveal-window", Duration.ofMinutes(10)).asProposed();

    static final Setting<Integer> SHOWN_FOR =
            Setting.integer("vault.shown-for", 30).atLeast(1).unit("seconds").asProposed();

    /// Backups of a managed system may still need its old password.
    static final Setting<Integer> KEEP_OLD =
            Setting.integer("vault.keep-old", 365).unit("days").asProposed();

    static final Setting<Integer> SHORTEST =
            Setting.integer("vault.shortest", 8).between(1, 128).clause("000-F §三(二)1; 001-3 ch3 §九.6");

    static final Setting<Integer> MADE_LENGTH =
            Setting.integer("vault.made-length", 20).between(8, 128).asProposed();

    static final Setting<String> MADE_SPECIALS =
            Setting.text("vault.made-specials", "!#%+-=?@_").asProposed();
}
