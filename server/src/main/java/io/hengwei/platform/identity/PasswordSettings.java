package io.hengwei.platform.identity;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures of passwords.
@Component
public final class PasswordSettings implements DeclaresSettings {
    enum Kind {
        LETTERS,
        DIGITS,
        SPECIAL
    }

    /// @param kinds of characters of which a password has at least one each
    record Kinds(List<Kind> kinds) {}

    static final Setting<Integer> SHORTEST =
            Setting.integer("identity.shortest-password", 8).between(1, 128).clause("000-F §三(二)1; 001-3 ch3 §九.6");
    static final Setting<Kinds> KINDS = Setting.table(
                    "identity.password-kinds", Kinds.class, new Kinds(List.of(Kind.values())))
            .clause("000-F §三(二)1; 001-3 ch3 §九.6");
    static final Setting<Integer> LONGEST_RUN = Setting.integer("identity.password-longest-run", 4)
            .clause("000-S part 4.3")
            .asProposed();
    static final Setting<Integer> HISTORY = Setting.integer("identity.password-history", 5)
            .clause("001-3 ch3 §九.6")
            .asProposed();
    static final Setting<Duration> AGE = Setting.duration("identity.password-age", Duration.ofDays(90))
            .atLeast(Duration.ofDays(1))
            .clause("000-F §三(二)2; 001-1 §3 一(八); 001-3 ch3 §九.6; 000-S part 4.3");
    static final Setting<Duration> AGE_OF_INTEGRATIONS = Setting.duration(
                    "identity.password-age-integration", Duration.ofDays(90))
            .atLeast(Duration.ofDays(1))
            .clause("000-F §三(二)2; 001-1 §3 一(八)");
    public static final Setting<Duration> WARNING = Setting.duration("identity.password-warning", Duration.ofDays(7))
            .clause("000-F §三(二)2")
            .asProposed();
}
