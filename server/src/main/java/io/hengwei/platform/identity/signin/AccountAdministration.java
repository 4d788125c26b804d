package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.external.LinkedAccounts;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What whoever looks after people (`person:manage` in their unit) sees of an account and does about it: a lock, a lost
/// second factor, sessions that should be over. Secrets are never among it.
@Service
class AccountAdministration {
    private static final String MANAGE = "person:manage";

    /// @param elsewhere where the person is proved instead of by a password here
    /// @param lockedUntil null when it is not locked
    /// @param mustChangePassword somebody else has set it
    record PersonAccount(
            LinkedAccounts.@Nullable Link elsewhere,
            @Nullable Instant lockedUntil,
            @Nullable Instant passwordChangedAt,
            boolean mustChangePassword,
            @Nullable Instant secondFactorSince,
            List<Sessions.Session> sessions) {}

    private record Row(
            @Nullable Instant changedAt,
            boolean mustChange,
            @Nullable Instant secondFactorSince) {}

    private final Operations operations;
    private final Directory directory;
    private final LinkedAccounts links;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SignInBrake brake;
    private final JdbcClient db;

    AccountAdministration(
            Operations operations,
            Directory directory,
            LinkedAccounts links,
            Sessions sessions,
            SecondFactors factors,
            SignInBrake brake,
            JdbcClient db) {
        this.operations = operations;
        this.directory = directory;
        this.links = links;
        this.sessions = sessions;
        this.factors = factors;
        this.brake = brake;
        this.db = db;
    }

    @Transactional(readOnly = true)
    public PersonAccount of(UserId person) {
        Scope.current().require(MANAGE, directory.unitOf(person));
        var row = db.sql("select changed_at, must_change, second_factor_since from identity.account_of(?)")
                .param(person.value())
                .query(Rows.of(Row.class))
                .single();
        return new PersonAccount(
                links.of(person).orElse(null),
                brake.lockedUntil(account(person)).orElse(null),
                row.changedAt(),
                row.mustChange(),
                row.secondFactorSince(),
                sessions.of(person));
    }

    void unlock(UserId person) {
        administer(person, new IdentityAct.Unlock(), () -> brake.release(account(person)));
    }

    /// Nobody takes away the own factor on the way of an administrator.
    void resetSecondFactor(UserId person) {
        if (person.equals(Scope.current().me())) throw new Refused("second-factor-of-oneself");
        administer(person, new IdentityAct.ResetSecondFactor(), () -> {
            if (!factors.forget(person)) throw new Refused("second-factor-missing");
            sessions.endOthers(person, null);
        });
    }

    void endSession(UserId person, UUID session) {
        administer(person, new IdentityAct.EndSession(session), () -> {
            if (!sessions.end(person, session)) throw new NotFound(session);
        });
    }

    void endSessions(UserId person) {
        administer(person, new IdentityAct.EndSessions(), () -> sessions.endOthers(person, null));
    }

    private void administer(UserId person, IdentityAct act, Runnable work) {
        operations.administer(
                new Act(MANAGE, directory.unitOf(person), "PERSON", person.value(), act), Boolean.class, () -> {
                    work.run();
                    return true;
                });
    }

    private String account(UserId person) {
        return db.sql("select coalesce(username, id::text) from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .optional()
                .orElse(person.toString());
    }
}
