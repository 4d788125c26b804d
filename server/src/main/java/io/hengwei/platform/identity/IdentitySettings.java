package io.hengwei.platform.identity;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// The figures of sign-in.
@Component
public final class IdentitySettings implements DeclaresSettings {
    public static final Setting<Duration> SESSION_IDLE = Setting.duration(
                    "identity.session-idle", Duration.ofMinutes(30))
            .clause("000-F §三(三)3; 000-M §三.1")
            .asProposed();
    public static final Setting<Duration> SESSION_LONGEST =
            Setting.duration("identity.session-longest", Duration.ofHours(12)).asProposed();
    public static final Setting<Integer> SIGN_IN_ATTEMPTS =
            Setting.integer("identity.sign-in-attempts", 5).clause("000-F §三(二)3");
    public static final Setting<Duration> SIGN_IN_LOCK = Setting.duration(
                    "identity.sign-in-lock", Duration.ofMinutes(30))
            .clause("000-F §三(二)3")
            .asProposed();
    public static final Setting<Integer> SHORTEST_PASSWORD =
            Setting.integer("identity.shortest-password", 8).clause("000-F §三(二)1; 001-3 ch3 §九.6");
}
