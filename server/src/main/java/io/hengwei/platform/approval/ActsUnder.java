package io.hengwei.platform.approval;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which operations are done under a permission, for whoever asks what it takes besides. A command is named in its
/// permission (`work-order:complete`); of other acts it stands here.
final class ActsUnder {
    static final Map<String, Set<String>> ADMINISTRATIVE = Map.ofEntries(
            entry("unit:manage", Set.of("CreateUnit", "ChangeUnit")),
            entry("group:manage", Set.of("CreateGroup", "ChangeGroup", "AddMember", "RemoveMember")),
            entry(
                    "person:manage",
                    Set.of(
                            "CreatePerson",
                            "ChangePerson",
                            "SetPassword",
                            "SetAccount",
                            "CloseAccount",
                            "OfferActivation",
                            "Unlock",
                            "EndSession",
                            "EndSessions",
                            "ResetSecondFactor",
                            "LinkAccount",
                            "UnlinkAccount")),
            entry("grant:manage", Set.of("Grant", "Revoke", "Delegate", "EndDelegation")),
            entry("grant:administrators", Set.of("Grant", "Revoke")),
            entry("delegation:own", Set.of("Delegate", "EndDelegation")),
            entry("token:own", Set.of("IssueToken", "RevokeToken")),
            entry("token:manage", Set.of("IssueToken", "RevokeToken")),
            entry("conduct:publish", Set.of("PublishConduct")),
            entry(
                    "identity-source:manage",
                    Set.of(
                            "CreateIdentitySource",
                            "ChangeIdentitySource",
                            "SetSourceSecret",
                            "MapGroup",
                            "UnmapGroup")),
            entry("role:manage", Set.of("CreateRole", "ChangeRole")),
            entry("setting:change", Set.of("ChangeSetting")),
            entry("calendar:publish", Set.of("PublishCalendar")),
            entry("system:manage", Set.of("RegisterSystem", "ReviseSystem")),
            entry("system:replay", Set.of("Replay")),
            entry("vault:manage", Set.of("RegisterSecret", "ReviseSecret", "RetireSecret")),
            entry("vault:renew", Set.of("RenewSecret")),
            entry("vault:reveal", Set.of("RevealSecret", "OpenSecret")),
            entry("alert:manage", Set.of("MapWord", "GradeSeverity", "ChangeSource")),
            entry("alert:replay", Set.of("ReplayAlert")),
            entry("import:run", Set.of("PreviewImport", "RunImport", "CancelImport", "KeepMapping")),
            entry("backup:run", Set.of("BackUp", "VerifyBackup")),
            entry("backup:confirm", Set.of("ConfirmBackups")),
            entry("robot:manage", Set.of("CreateRobot", "ChangeRobot")),
            entry("audit:verify", Set.of("VerifyLedger", "CheckAnchors")),
            entry("audit:export", Set.of("DownloadAnchors", "Export")),
            entry("audit:follow-up", Set.of("FollowUp")));

    /// What is added to records of any kind.
    static final Map<String, Set<String>> ON_RECORDS = Map.of(
            "note", Set.of("WorkNote", "AccountForBreach", "LodgeAppeal"),
            "link", Set.of("Link", "Unlink"),
            "watch", Set.of("Watch", "Unwatch"));

    /// Filing one's own application is the permission itself.
    static final Set<String> OF_EVERYBODY = Set.of("OpenAccountRequest");

    private ActsUnder() {}

    static List<ApprovalRules.Rule> rules(ApprovalRules all, String permission) {
        return all.rules().stream().filter(rule -> holds(rule, permission)).toList();
    }

    private static boolean holds(ApprovalRules.Rule rule, String permission) {
        if (ADMINISTRATIVE.getOrDefault(permission, Set.of()).contains(rule.operation())) return true;
        var parts = permission.split(":", 2);
        var kind = parts[0].replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        var act = parts[parts.length - 1];
        if (act.equals("export")) return rule.operation().equals("Export");
        if (rule.kind() != null && !rule.kind().equals(kind)) return false;
        return rule.operation().equals(command(act))
                || rule.operation().equals("Open" + command(parts[0])) && act.equals("open")
                || ON_RECORDS.getOrDefault(act, Set.of()).contains(rule.operation());
    }

    /// `lift-two-persons` is `LiftTwoPersons`.
    private static String command(String act) {
        return Arrays.stream(act.split("-"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
