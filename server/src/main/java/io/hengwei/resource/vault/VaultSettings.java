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
    static final Setting<Duration> RENEWAL = Setting.duration("vault.renewal", Duration.ofDays(90))
            .clause("001-1 §3 一(八); 000-F §三(二)2")
            .scopes(SettingScope.Kind.UNIT, SettingScope.Kind.SYSTEM);

    static final Setting<Duration> DUE_SOON =
            Setting.duration("vault.due-soon", Duration.ofDays(14)).asProposed();

    /// Within it, whoever has given a reason opens the password.
    static final Setting<Duration> REVEAL_WINDOW =
            Setting.duration("vault.reveal-window", Duration.ofMinutes(10)).asProposed();

    static final Setting<Duration> SHOWN_FOR =
            Setting.duration("vault.shown-for", Duration.ofSeconds(30)).asProposed();

    /// Backups of a managed system may still need its old password.
    static final Setting<Duration> KEEP_OLD =
            Setting.duration("vault.keep-old", Duration.ofDays(365)).asProposed();

    static final Setting<Integer> SHORTEST =
            Setting.integer("vault.shortest", 8).clause("000-F §三(二)1; 001-3 ch3 §九.6");

    static final Setting<Integer> MADE_LENGTH =
            Setting.integer("vault.made-length", 20).asProposed();

    static final Setting<String> MADE_SPECIALS =
            Setting.text("vault.made-specials", "!#%+-=?@_").asProposed();
}
