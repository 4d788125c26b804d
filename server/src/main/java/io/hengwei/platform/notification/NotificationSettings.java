package io.hengwei.platform.notification;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which ways notices take, how often each is tried, and which hosts robots may be called at.
@Component
public final class NotificationSettings implements DeclaresSettings {
    /// @param hosts names of hosts, each whole: nothing below a name is let through with it
    public record RobotHosts(List<String> hosts) {}

    static final Setting<Boolean> EMAIL =
            Setting.flag("notification.email", true).asProposed().scopes(SettingScope.Kind.UNIT);

    /// The least grave level whose notices wait for nobody's hours.
    enum WakingLevel {
        NONE,
        LEVEL_I,
        LEVEL_II,
        LEVEL_III,
        LEVEL_IV;

        boolean wakes(@Nullable String level) {
            return Stream.of(values())
                    .limit(ordinal() + 1L)
                    .anyMatch(each -> each.name().equals(level));
        }
    }

    /// The calendar within whose hours letters reach the people of a unit; empty for at any hour.
    static final Setting<String> HOURS =
            Setting.calendar("notification.calendar", "").asProposed().scopes(SettingScope.Kind.UNIT);

    static final Setting<WakingLevel> WAKING_LEVEL = Setting.choice("notification.waking-level", WakingLevel.LEVEL_II)
            .asProposed()
            .scopes(SettingScope.Kind.UNIT);

    static final Setting<Integer> EMAIL_ATTEMPTS =
            Setting.integer("notification.email-attempts", 6).between(1, 100).asProposed();

    /// Whoever restores or imports old history does not wake people with it.
    static final Setting<Duration> OLD_NEWS =
            Setting.duration("notification.old-news", Duration.ofHours(24)).asProposed();

    /// The only hosts that robots of chat groups are called at: what this server posts goes to nobody else, whatever
    /// address somebody enters. Checked when an address is entered and once more before every message.
    public static final Setting<RobotHosts> ROBOT_HOSTS = Setting.table(
                    "notification.robot-hosts",
                    RobotHosts.class,
                    new RobotHosts(List.of("qyapi.weixin.qq.com", "oapi.dingtalk.com", "open.feishu.cn")))
            .asProposed();

    /// How often one message is tried, with growing pauses, before it counts as failed.
    public static final Setting<Integer> ROBOT_ATTEMPTS =
            Setting.integer("notification.robot-attempts", 6).between(1, 100).asProposed();
}
