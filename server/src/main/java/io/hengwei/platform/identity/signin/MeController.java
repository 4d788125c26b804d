package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.GroupRef;
import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.record.RecordTypes;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who am I, and what may I do?
@RestController
@RequestMapping("/api/me")
class MeController {
    record RoleHeld(String code, UnitRef unit) {}

    record Me(
            UserId id,
            @Nullable String username,
            String name,
            UnitRef unit,
            List<GroupRef> groups,
            List<RoleHeld> roles,
            List<String> permissions,
            @Nullable String language,
            List<String> canOpen) {}

    private record Profile(
            UserId id,
            @Nullable String username,
            String name,
            UnitRef unit,
            @Nullable String language) {}

    private final Directory directory;
    private final RecordTypes kinds;
    private final JdbcClient db;
    private final Clock clock;

    MeController(Directory directory, RecordTypes kinds, JdbcClient db, Clock clock) {
        this.directory = directory;
        this.kinds = kinds;
        this.db = db;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    Me me() {
        var scope = Scope.current();
        var profile = db.sql("""
            select p.id, d.username, p.name, u.id as unit_id, u.name as unit_name, d.language from identity.person_card p
            join identity.person d on d.id = p.id join identity.unit_card u on u.id = p.unit where p.id = ?""")
                .param(scope.me().value())
                .query(Rows.of(Profile.class))
                .single();
        var groups = directory.groups(scope.groups()).values().stream()
                .sorted(Comparator.comparing(GroupRef::name))
                .toList();
        var permissions = new TreeSet<>(scope.permissions().keySet());
        permissions.removeIf(permission -> !scope.maySomewhere(permission));
        var canOpen = kinds.all().stream()
                .filter(kind -> scope.maySomewhere(kind.permission("open")))
                .map(kind -> kind.kind())
                .toList();
        return new Me(
                profile.id(),
                profile.username(),
                profile.name(),
                profile.unit(),
                groups,
                roles(scope.me()),
                List.copyOf(permissions),
                profile.language(),
                canOpen);
    }

    private List<RoleHeld> roles(UserId me) {
        return db.sql("""
            select g.role as code, u.id as unit_id, u.name as unit_name from identity.role_grant g join identity.unit_card u on u.id = g.unit
            where g.person = ? and g.during @> cast(? as timestamptz) order by g.role, u.name""")
                .param(me.value())
                .param(SqlValues.of(clock.instant()))
                .query(Rows.of(RoleHeld.class))
                .list();
    }
}
