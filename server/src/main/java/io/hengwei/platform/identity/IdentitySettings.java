package io.hengwei.platform.identity;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures of sign-in: sessions, lock-out, the second factor, fresh proof. Those of passwords are
/// `PasswordSettings`.
@Component
public final class IdentitySettings implements DeclaresSettings {
    /// What happens to the sessions a person has elsewhere when another one begins.
    public enum ParallelSessions {
        NOTICED,
        ENDED
    }

    /// @param roles whose holders need a second factor, by code
    public record FactorRoles(List<String> roles) {}

    /// @param permissions acts under them need a fresh proof of who is there; `grant:*` means all of a kind
    public record KeyOperations(List<String> permissions) {
        boolean contain(String permission) {
            return permissions.stream()
                    .anyMatch(p -> p.endsWith(":*")
                            ? permission.startsWith(p.substring(0, p.length() - 1))
                            : permission.equals(p));
        }
    }

    public static final Setting<Duration> SESSION_IDLE = Setting.duration(
                    "identity.session-idle", Duration.ofMinutes(30))
            .atLeast(Duration.ofMinutes(1))
            .clause("000-F §三(三)3; 000-M §三.1")
            .asProposed();
    public static final Setting<Duration> SESSION_LONGEST = Setting.duration(
                    "identity.session-longest", Duration.ofHours(12))
            .atLeast(Duration.ofMinutes(5))
            .asProposed();
    public static final Setting<ParallelSessions> PARALLEL_SESSIONS = Setting.choice(
                    "identity.parallel-sessions", ParallelSessions.NOTICED)
            .clause("001-1 §3 二(七); 000-S part 4.2; 001-2 (五)")
            .asProposed();
    public static final Setting<Integer> SIGN_IN_ATTEMPTS =
            Setting.integer("identity.sign-in-attempts", 5).between(1, 1_000).clause("000-F §三(二)3");
    public static final Setting<Duration> SIGN_IN_LOCK = Setting.duration(
                    "identity.sign-in-lock", Duration.ofMinutes(30))
            .clause("000-F §三(二)3")
            .asProposed();
    public static final Setting<FactorRoles> SECOND_FACTOR_ROLES = Setting.table(
                    "identity.second-factor-roles", FactorRoles.class, new FactorRoles(Roles.ADMINISTRATORS))
            .clause("000-F §三(三)3")
            .asProposed();
    public static final Setting<KeyOperations> KEY_OPERATIONS = Setting.table(
                    "identity.key-operations",
                    KeyOperations.class,
                    new KeyOperations(List.of(
                            "grant:*",
                            "role:*",
                            "identity-source:*",
                            "person:manage",
                            "setting:change",
                            "token:*",
                            "account-request:execute")))
            .clause("000-F §三(三)3")
            .asProposed();
    public static final Setting<Duration> FRESH_AUTHENTICATION = Setting.duration(
                    "identity.fresh-authentication", Duration.ofMinutes(10))
            .atLeast(Duration.ofMinutes(1))
            .clause("000-F §三(三)3")
            .asProposed();
    /// How often directories are asked who is still there, and who belongs to which group.
    public static final Setting<Duration> DIRECTORY_INTERVAL = Setting.duration(
                    "identity.directory-interval", Duration.ofHours(1))
            .atLeast(Duration.ofMinutes(1))
            .asProposed();
    /// Whoever has no right to personal fields sees the telephone number of others only in part.
    public static final Setting<Boolean> HIDE_PHONE =
            Setting.flag("identity.hide-phone", true).clause("004 art.11");
    public static final Setting<Boolean> HIDE_EMAIL =
            Setting.flag("identity.hide-email", true).clause("004 art.11");
    /// Within this time one reader's glances at the same person or list are one line of the journal.
    public static final Setting<Duration> PERSONAL_READING = Setting.duration(
                    "identity.personal-reading", Duration.ofMinutes(15))
            .clause("004 art.11")
            .asProposed();
    public static final Setting<Duration> LONGEST_DELEGATION =
            Setting.duration("identity.longest-delegation", Duration.ofDays(90)).asProposed();
}
