package io.hengwei.platform.identity;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Refused;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What each role may do: patterns of permissions (`incident:*`, `*:read`, `!incident:regrade` takes away), expanded
/// against every
/// permission that the kinds of records and the modules declare. Codes and duties follow section 2 of the requirement
/// catalogue.
@Component
public class Roles {
    /// What every active person has, in the own unit.
    public static final String USER = "USER";

    public static final String SYSTEM_ADMINISTRATOR = "PLATFORM_ADMIN";
    public static final String SECURITY_ADMINISTRATOR = "USER_ADMIN";
    public static final String AUDIT_ADMINISTRATOR = "SYS_AUDITOR";
    public static final List<String> ADMINISTRATORS =
            List.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR);

    private static final List<String> LOOK = List.of("person:read", "system:read", "calendar:read", "alert:read");
    private static final List<String> TALK = List.of("*:comment", "*:note", "*:link", "*:attach");
    private static final Map<String, List<List<String>>> PATTERNS = patterns();

    private final Map<String, Set<String>> permissions;
    private final Set<String> known;
    private final Map<String, String> reading;

    Roles(List<RecordType<?, ?, ?>> kinds, List<Permissions> modules) {
        var known = new TreeSet<String>();
        kinds.forEach(kind -> known.addAll(kind.permissions()));
        modules.forEach(module -> known.addAll(module.names()));
        var expanded = new LinkedHashMap<String, Set<String>>();
        PATTERNS.forEach((role, lists) ->
                expanded.put(role, expand(lists.stream().flatMap(List::stream).toList(), known)));
        permissions = expanded;
        this.known = known;
        reading = kinds.stream().collect(Collectors.toMap(RecordType::kind, kind -> kind.permission("read")));
    }

    /// Every kind of record with the permission to read it.
    Map<String, String> reading() {
        return reading;
    }

    private static Map<String, List<List<String>>> patterns() {
        var roles = new LinkedHashMap<String, List<List<String>>>();
        roles.put(USER, List.of(List.of("intake:self")));
        roles.put(
                "DESK_OPERATOR",
                List.of(
                        LOOK,
                        List.of(
                                "intake:desk",
                                "incident:*",
                                "!incident:regrade",
                                "work-order:read",
                                "work-order:open",
                                "work-order:dispatch",
                                "work-order:comment",
                                "work-order:note",
                                "work-order:attach",
                                "statistics:read")));
        roles.put(
                "INCIDENT_MANAGER",
                List.of(LOOK, List.of("intake:desk", "incident:*", "work-order:*", "statistics:read")));
        roles.put("ENGINEER", List.of(LOOK, TALK, List.of("incident:read", "incident:open", "work-order:read")));
        roles.put(
                "DUTY_LEADER",
                List.of(
                        LOOK,
                        TALK,
                        List.of(
                                "intake:desk",
                                "incident:read",
                                "incident:open",
                                "incident:confirm",
                                "incident:classify",
                                "incident:dispatch",
                                "incident:regrade",
                                "work-order:read",
                                "work-order:open",
                                "work-order:dispatch",
                                "alert:replay")));
        roles.put(
                "OPS_MANAGER",
                List.of(
                        LOOK,
                        List.of(
                                "intake:desk",
                                "incident:*",
                                "work-order:*",
                                "system:manage",
                                "statistics:read",
                                "setting:read",
                                "alert:*",
                                "import:*",
                                "approval:break-glass",
                                "group:manage",
                                "token:own")));
        roles.put(
                "UNIT_IT",
                List.of(
                        LOOK,
                        List.of(
                                "incident:read",
                                "incident:export",
                                "incident:open",
                                "incident:comment",
                                "incident:verify",
                                "incident:dispute",
                                "work-order:read",
                                "work-order:export",
                                "work-order:comment",
                                "statistics:read",
                                "setting:read")));
        roles.put(
                "DEPT_HEAD",
                List.of(List.of("person:read", "system:read", "account-request:read", "account-request:open")));
        roles.put("BIZ_DEPT", List.of(List.of("system:read", "account-request:read")));
        roles.put("EXECUTIVE", List.of(List.of("*:read", "!audit:read")));
        roles.put(
                "QUALITY",
                List.of(List.of(
                        "*:read",
                        "*:export",
                        "!audit:*",
                        "incident:comment",
                        "incident:note",
                        "work-order:comment",
                        "work-order:note")));
        roles.put("INTEGRATION", List.of(List.of("alert:receive")));
        roles.put(SYSTEM_ADMINISTRATOR, List.of(List.of("setting:*", "calendar:*", "system:observe", "system:replay")));
        roles.put(
                SECURITY_ADMINISTRATOR,
                List.of(List.of(
                        "person:*",
                        "unit:*",
                        "group:*",
                        "grant:*",
                        "token:*",
                        "account-request:*",
                        "conduct:publish")));
        roles.put(AUDIT_ADMINISTRATOR, List.of(List.of("audit:*", "setting:read", "system:observe")));
        return roles;
    }

    public Map<String, Set<String>> all() {
        return permissions;
    }

    public Set<String> of(String role) {
        return permissions.getOrDefault(role, Set.of());
    }

    /// The roles that bring this permission.
    Set<String> granting(String permission) {
        return permissions.entrySet().stream()
                .filter(e -> e.getValue().contains(permission))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void requireKnown(String permission) {
        if (!known.contains(permission)) throw Refused.invalid("unknown-permission", permission);
    }

    /// Every role but `USER` can be granted.
    void requireGrantable(String role) {
        if (role.equals(USER) || !permissions.containsKey(role)) throw Refused.invalid("unknown-role", role);
    }

    private static Set<String> expand(List<String> patterns, Collection<String> known) {
        var found = new TreeSet<String>();
        for (var permission : known) {
            var wanted = patterns.stream().anyMatch(p -> !p.startsWith("!") && matches(p, permission));
            var taken = patterns.stream().anyMatch(p -> p.startsWith("!") && matches(p.substring(1), permission));
            if (wanted && !taken) found.add(permission);
        }
        return found;
    }

    private static boolean matches(String pattern, String permission) {
        var wanted = pattern.split(":");
        var asked = permission.split(":");
        return (wanted[0].equals("*") || wanted[0].equals(asked[0]))
                && (wanted[1].equals("*") || wanted[1].equals(asked[1]));
    }
}
