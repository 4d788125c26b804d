package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who holds a permission over a unit, and by which grant.
@Service
@Transactional(readOnly = true)
public class Holdings {
    /// @param over the name of the unit at the root of the grant
    /// @param until null for a grant without an end
    public record Holding(
            PersonRef person,
            String role,
            String over,
            @Nullable Instant until) {}

    private final JdbcClient db;
    private final UnitTrees trees;
    private final Roles roles;
    private final Clock clock;

    Holdings(JdbcClient db, UnitTrees trees, Roles roles, Clock clock) {
        this.db = db;
        this.trees = trees;
        this.roles = roles;
        this.clock = clock;
    }

    /// Grants of active people that reach this unit now.
    public List<Holding> of(String permission, UnitId unit) {
        if (trees.current().find(unit) == null) return List.of();
        return db.sql("""
                        select p.id as person_id, p.name as person_name, u.name as person_unit, g.role, o.name as over, g.until_at as until
                        from identity.role_grant g join identity.person_card p on p.id = g.person join identity.unit_card u on u.id = p.unit
                        join identity.unit_card o on o.id = g.unit
                        where p.active and g.role = any(?) and g.unit = any(?) and g.during @> cast(? as timestamptz) order by p.name, p.id, g.id""")
                .params(
                        SqlValues.of(roles.granting(permission)),
                        SqlValues.ids(trees.current().ancestors(unit)),
                        SqlValues.of(clock.instant()))
                .query(Rows.of(Holding.class))
                .list();
    }
}
