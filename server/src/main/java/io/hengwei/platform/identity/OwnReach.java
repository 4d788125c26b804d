package io.hengwei.platform.identity;

import io.hengwei.platform.record.Gate;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whoever may sign in as somebody may do what that person may. So an account is changed, and a token for it made, only
/// by those whose own rights go as far as the person's: an administrator of a unit does not raise himself by the
/// password of someone from headquarters who happens to sit there.
@Component
class OwnReach implements Gate {
    private static final Set<String> OVER_ACCOUNTS = Set.of("person:manage", "token:manage");

    private record Held(UnitId unit, Administration administration) {}

    private final JdbcClient db;
    private final Clock clock;

    OwnReach(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Verdict judge(Proposal proposal, Scope scope) {
        var permission = proposal.permission();
        var person = proposal.subject();
        if (permission == null || person == null || !OVER_ACCOUNTS.contains(permission)) return ALLOWED;
        if (scope.trusted() || scope.me().equals(new UserId(person))) return ALLOWED;
        var within = held(person).stream()
                .allMatch(grant -> scope.may(permission, grant.unit())
                        && (grant.administration() == Administration.NONE
                                || scope.may(GrantAdministration.ADMINISTRATORS, grant.unit())));
        return within ? ALLOWED : new Verdict.Refused("beyond-own-reach");
    }

    /// What the person holds now or will hold.
    private List<Held> held(UUID person) {
        return db.sql("""
            select g.unit, g.administration from identity.held_grant g
            where g.person = ? and not isempty(g.during) and coalesce(upper(g.during), 'infinity') > cast(? as timestamptz)""")
                .param(person)
                .param(SqlValues.of(clock.instant()))
                .query(Rows.of(Held.class))
                .list();
    }
}
