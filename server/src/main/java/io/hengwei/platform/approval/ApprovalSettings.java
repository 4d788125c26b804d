package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalRules.Condition;
import io.hengwei.platform.approval.ApprovalRules.Rule;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.approval.ApprovalRules.Where;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.setting.DeclaresSettings;
import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.SettingScope;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Which acts need consent, and the figures of consent.
@Component
public final class ApprovalSettings implements DeclaresSettings {
    /// @param roles in no order
    public record LastResort(List<String> roles) {}

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /// What is key to everything else (000-F §三(三)3): the figures of the rules, and who administers.
    public static final Setting<ApprovalRules> RULES = Setting.table(
                    "approval.rules",
                    ApprovalRules.class,
                    new ApprovalRules(List.of(
                            new Rule(
                                    "ChangeSetting",
                                    null,
                                    List.of(),
                                    List.of(Stage.anyOf(
                                            "复核", Where.TOP, DAY, "OPS_DIRECTOR", "OPS_MANAGER", "MGMT_DEPT")),
                                    false),
                            new Rule(
                                    "Grant",
                                    null,
                                    List.of(new Condition("role", Roles.ADMINISTRATORS)),
                                    List.of(Stage.anyOf("复核", Where.TOP, DAY, Roles.AUDIT_ADMINISTRATOR)),
                                    false),
                            new Rule(
                                    "OpenAccountRequest",
                                    null,
                                    List.of(),
                                    List.of(
                                            Stage.anyOf("部门负责人", Where.SUBJECT, TWO_DAYS, "DEPT_HEAD"),
                                            Stage.anyOf("业务归口部门", Where.SUBJECT, TWO_DAYS, "BIZ_DEPT")
                                                    .only(new Condition("target", List.of("APPLICATION")))),
                                    false))))
            .clause("000-F §三(三)3")
            .asProposed()
            .scopes(SettingScope.Kind.UNIT);

    /// Who is asked where a rule finds nobody.
    public static final Setting<LastResort> LAST_RESORT = Setting.table(
                    "approval.last-resort",
                    LastResort.class,
                    new LastResort(List.of(Roles.SECURITY_ADMINISTRATOR, Roles.AUDIT_ADMINISTRATOR)))
            .asProposed()
            .scopes(SettingScope.Kind.UNIT);

    /// How long what was agreed to, and is done by the maker, may be done.
    public static final Setting<Duration> RELEASE =
            Setting.duration("approval.release", Duration.ofHours(8)).asProposed();

    /// Between two urgings of one consent.
    public static final Setting<Duration> URGE_PAUSE = Setting.duration("approval.urge-pause", Duration.ofHours(1))
            .atLeast(Duration.ofMinutes(1))
            .asProposed();

    /// After which a consent that nobody decides is over.
    public static final Setting<Duration> LONGEST =
            Setting.duration("approval.longest", Duration.ofDays(14)).asProposed();
}
