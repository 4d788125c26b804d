package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The three administrations: what has a holder keeps one, and one for ever if there was one: a grant that ends cannot
/// replace one that does not.
@Component
class Administrators {
    private final JdbcClient db;
    private final Clock clock;

    Administrators(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Does what may take an administrator away, and refuses it when nobody would be left. The grants are locked first,
    /// always in the same order: of two such acts at the same moment the second sees what the first did.
    void keepOne(Runnable act) {
        db.sql("select id from identity.role_grant where role = any(?) order by id for update")
                .param(SqlValues.of(Roles.ADMINISTRATORS))
                .query()
                .listOfRows();
        var before = held();
        act.run();
        if (!held().containsAll(before)) throw new Refused("last-administrator");
    }

    /// The administrators' roles that an active person holds now, and those held without an end.
    private Set<String> held() {
        return db.sql("""
            select distinct unnest(case when g.until_at is null then array[g.role, g.role || ' for ever'] else array[g.role] end)
            from identity.role_grant g join identity.person_card p on p.id = g.person
            where g.role = any(?) and p.active and g.during @> cast(? as timestamptz)""")
                .param(SqlValues.of(Roles.ADMINISTRATORS))
                .param(SqlValues.of(clock.instant()))
                .query(String.class)
                .set();
    }
}
