package io.hengwei.platform.identity;

import io.hengwei.platform.identity.RightsAct.ChangeRole;
import io.hengwei.platform.identity.RightsAct.CreateRole;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.Stale;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Roles are everybody's, so whoever makes or changes one needs the permission everywhere.
@Service
public class RoleAdministration {
    static final String PERMISSION = "role:manage";
    static final String KIND = "ROLE";

    /// What patterns would give a role of this administration.
    ///
    /// @param permissions given
    /// @param inadmissible asked for by name, and not to be carried by such a role
    /// @param unknown patterns that fit nothing there is
    public record Preview(Set<String> permissions, Set<String> inadmissible, List<String> unknown) {}

    private final Operations operations;
    private final Roles roles;
    private final PermissionRules rules;
    private final JdbcClient db;
    private final Clock clock;

    RoleAdministration(Operations operations, Roles roles, PermissionRules rules, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.roles = roles;
        this.rules = rules;
        this.db = db;
        this.clock = clock;
    }

    public Preview preview(Administration administration, Collection<String> patterns) {
        Scope.current().require(PERMISSION);
        return new Preview(
                rules.given(administration, wellFormed(patterns)),
                rules.inadmissible(administration, wellFormed(patterns)),
                rules.unknown(patterns));
    }

    private static List<String> wellFormed(Collection<String> patterns) {
        return patterns.stream().filter(p -> p.matches(Patterns.FORM)).toList();
    }

    /// Every permission there is.
    public Set<String> permissions() {
        return rules.known();
    }

    public String create(CreateRole role) {
        var code = "OWN_" + Ids.next().toString().replace("-", "").substring(20).toUpperCase(java.util.Locale.ROOT);
        var act = Act.makingForEverybody(PERMISSION, KIND, RoleShipment.subject(code), role);
        return operations.administer(act, String.class, () -> {
            requireSound(role.administration(), role.patterns());
            requireOwnName(code, role.nameZh(), role.nameEn());
            db.sql("""
                insert into identity.role (code, name_zh, name_en, duties_zh, duties_en, patterns, administration)
                values (:code, :nameZh, :nameEn, :dutiesZh, :dutiesEn, :patterns, :administration)""")
                    .param("code", code)
                    .param("nameZh", role.nameZh().strip())
                    .param("nameEn", role.nameEn().strip())
                    .param("dutiesZh", role.dutiesZh().strip())
                    .param("dutiesEn", role.dutiesEn().strip())
                    .param("patterns", role.patterns().toArray(String[]::new))
                    .param("administration", role.administration().name())
                    .update();
            return code;
        });
    }

    /// Renames, recombines, switches off or on again, all in one.
    ///
    /// @return the new version
    public long change(String code, long seen, ChangeRole change) {
        var act = Act.ofEverybody(PERMISSION, KIND, RoleShipment.subject(code), change)
                .seenIn(seen);
        return operations.administer(act, Long.class, () -> {
            oneAtATime();
            var role = roles.current().find(code);
            if (role == null) throw new NotFound(code);
            if (role.version() != seen) throw new Stale(Map.of("version", role.version()));
            var recombined = !role.patterns().equals(change.patterns());
            if (role.fixed() && (recombined || !change.active())) throw new Refused("role-fixed");
            if (recombined) requireSound(role.administration(), change.patterns());
            requireOwnName(code, change.nameZh(), change.nameEn());
            update(role, change);
            if (role.active() && !change.active()) requireUngranted(code);
            return seen + 1;
        });
    }

    private void oneAtATime() {
        db.sql("select version from identity.role_book for update")
                .query(Long.class)
                .single();
    }

    private void requireSound(Administration administration, List<String> patterns) {
        var unknown = rules.unknown(patterns);
        if (!unknown.isEmpty())
            throw Refused.invalid("role-pattern-unknown", String.join(", ", unknown))
                    .at("patterns");
        var inadmissible = rules.inadmissible(administration, patterns);
        if (!inadmissible.isEmpty())
            throw Refused.invalid("role-mixes-administrations", String.join(", ", inadmissible))
                    .at("patterns");
    }

    /// A name that two roles bear is granted by mistake.
    private void requireOwnName(String code, String nameZh, String nameEn) {
        for (var other : roles.current().all()) {
            if (other.code().equals(code)) continue;
            if (other.nameZh().equals(nameZh.strip())) throw new Refused("name-taken", nameZh).at("nameZh");
            if (other.nameEn().equalsIgnoreCase(nameEn.strip())) throw new Refused("name-taken", nameEn).at("nameEn");
        }
    }

    private void update(Role role, ChangeRole change) {
        db.sql("""
            update identity.role set version = version + 1, name_zh = :nameZh, name_en = :nameEn, duties_zh = :dutiesZh, duties_en = :dutiesEn,
                patterns = :patterns, active = :active, patterns_changed = shipped and (patterns_changed or patterns <> cast(:patterns as text[])),
                words_changed = shipped and (words_changed or (name_zh, name_en, duties_zh, duties_en) is distinct from (:nameZh, :nameEn, :dutiesZh, :dutiesEn))
            where code = :code""")
                .param("nameZh", change.nameZh().strip())
                .param("nameEn", change.nameEn().strip())
                .param("dutiesZh", change.dutiesZh().strip())
                .param("dutiesEn", change.dutiesEn().strip())
                .param("patterns", change.patterns().toArray(String[]::new))
                .param("active", change.active())
                .param("code", role.code())
                .update();
    }

    /// Asked after the role is locked: a grant made at the same moment is either seen here or finds the role off.
    private void requireUngranted(String code) {
        var held = db.sql("""
            select count(distinct g.person) from identity.role_grant g
            where g.role = ? and (g.until_at is null or g.until_at > cast(? as timestamptz))""")
                .param(code)
                .param(SqlValues.of(clock.instant()))
                .query(Long.class)
                .single();
        if (held > 0) throw new Refused("role-granted", held);
    }
}
