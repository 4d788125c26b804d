package io.hengwei.platform.identity.organisation;

import io.hengwei.platform.identity.UnitRef;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What each using unit must have (ORG-12): a leader in charge, an administrator of its own and a clerk; a unit that
/// lacks one of them is listed to those who read people there.
@RestController
class StaffingController {
    /// How many people hold such a role over just this unit.
    record Staffing(UnitRef unit, int administrators, int leaders, int clerks) {
        private boolean isComplete() {
            return administrators > 0 && leaders > 0 && clerks > 0;
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    StaffingController(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @GetMapping("/api/units/staffing")
    List<Staffing> lacking() {
        var scope = Scope.current();
        scope.require("person:read");
        return db.sql("""
            select u.id as unit_id, u.name as unit_name, count(distinct p.id) filter (where g.role in ('UNIT_ADMIN', 'USER_ADMIN')) as administrators,
                count(distinct p.id) filter (where g.role in ('EXECUTIVE', 'DEPT_HEAD')) as leaders,
                count(distinct p.id) filter (where g.role = 'CLERK') as clerks
            from identity.unit_card u
            left join identity.role_grant g on g.unit = u.id and g.during @> cast(? as timestamptz)
            left join identity.person_card p on p.id = g.person and p.active
            where u.active and u.kind in ('HEADQUARTERS', 'BRANCH') group by u.id, u.name order by u.name, u.id""").param(SqlValues.of(clock.instant())).query(Rows.of(Staffing.class)).list().stream()
                .filter(one ->
                        !one.isComplete() && scope.may("person:read", one.unit().id()))
                .toList();
    }
}
