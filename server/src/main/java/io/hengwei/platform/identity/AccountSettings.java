package io.hengwei.platform.identity;

import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// The figures of accounts.
@Component
public final class AccountSettings implements DeclaresSettings {
    /// @param names that belong to nobody in particular, whatever digits and signs stand around them
    public record GenericNames(List<String> names) {}

    public static final Setting<GenericNames> GENERIC_NAMES = Setting.table(
                    "identity.generic-names",
                    GenericNames.class,
                    new GenericNames(List.of(
                            "admin",
                            "administrator",
                            "root",
                            "test",
                            "tester",
                            "guest",
                            "user",
                            "public",
                            "temp",
                            "demo",
                            "anonymous",
                            "测试",
                            "测试用户",
                            "管理员",
                            "系统管理员",
                            "用户",
                            "访客",
                            "公用",
                            "公共账号",
                            "临时",
                            "临时账号",
                            "匿名",
                            "值班员")))
            .clause("000-F §三(一)2; 001-1 §3 二(七)")
            .asProposed();
    public static final Setting<Duration> ACTIVATION_VALID = Setting.duration(
                    "identity.activation-valid", Duration.ofDays(7))
            .atLeast(Duration.ofMinutes(5))
            .clause("000-F §三(一)1")
            .asProposed();
    public static final Setting<Duration> END_WARNING = Setting.duration(
                    "identity.account-end-warning", Duration.ofDays(14))
            .clause("000-F §三(一)3")
            .asProposed();
}
