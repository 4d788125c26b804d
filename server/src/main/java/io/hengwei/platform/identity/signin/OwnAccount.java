package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Credentials.Issued;
import io.hengwei.platform.identity.FreshProof;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.ParallelUses;
import io.hengwei.platform.identity.ParallelUses.ParallelUse;
import io.hengwei.platform.identity.Passwords;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.external.LinkedAccounts;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a person sees of the own account, and does to it. Whatever touches the second factor asks for a fresh proof: an
/// unattended window must not be able to lock its person out.
@Service
@Transactional
class OwnAccount {
    /// @param elsewhere where the person is proved instead of by a password here
    /// @param passwordChangedAt null for who has no password here
    /// @param passwordExpiresSoon whether it is time for a new one
    /// @param secondFactorSince null while there is none
    record Account(
            LinkedAccounts.@Nullable Link elsewhere,
            @Nullable Instant passwordChangedAt,
            @Nullable Instant passwordExpiresAt,
            boolean passwordExpiresSoon,
            @Nullable Instant secondFactorSince,
            boolean secondFactorDemanded,
            int recoveryCodesLeft,
            List<ParallelUse> parallelUses) {}

    /// The second factor is there from now on.
    record Confirmed(List<String> recoveryCodes, @Nullable Issued session) {
        @Override
        public String toString() {
            return "Confirmed[]";
        }
    }

    private final Passwords passwords;
    private final SecondFactors factors;
    private final LinkedAccounts links;
    private final Sessions sessions;
    private final ParallelUses parallelUses;
    private final Entrance entrance;
    private final FreshProof proof;
    private final OwnActs acts;
    private final JdbcClient db;

    OwnAccount(
            Passwords passwords,
            SecondFactors factors,
            LinkedAccounts links,
            Sessions sessions,
            ParallelUses parallelUses,
            Entrance entrance,
            FreshProof proof,
            OwnActs acts,
            JdbcClient db) {
        this.passwords = passwords;
        this.factors = factors;
        this.links = links;
        this.sessions = sessions;
        this.parallelUses = parallelUses;
        this.entrance = entrance;
        this.proof = proof;
        this.acts = acts;
        this.db = db;
    }

    @Transactional(readOnly = true)
    public Account account() {
        var me = Scope.current().me();
        var password = passwords.standing(me);
        return new Account(
                links.of(me).orElse(null),
                password.map(Passwords.Standing::changedAt).orElse(null),
                password.map(Passwords.Standing::expiresAt).orElse(null),
                entrance.warning(me).isPresent(),
                factors.since(me).orElse(null),
                factors.isDemanded(me),
                factors.recoveryCodesLeft(me),
                parallelUses.of(me));
    }

    public void knowOfParallelUses() {
        parallelUses.known(Scope.current().me());
    }

    public SecondFactors.Offer offerSecondFactor() {
        proof.demand();
        var me = Scope.current().me();
        var account = db.sql("select coalesce(username, id::text) from identity.person where id = ?")
                .param(me.value())
                .query(String.class)
                .single();
        return factors.offer(me, account);
    }

    public Confirmed confirmSecondFactor(Credentials.Bearer bearer, String code) {
        proof.demand();
        var me = bearer.person();
        var codes = factors.confirm(me, code);
        acts.note(me, new IdentityAct.SetUpSecondFactor());
        var session = bearer.kind() == Credentials.Kind.SESSION
                ? sessions.prove(me, bearer.id(), entrance.stageAfterProof(me))
                : null;
        return new Confirmed(codes, session);
    }

    public List<String> renewRecoveryCodes() {
        proof.demand();
        var me = Scope.current().me();
        if (!factors.isSetUp(me)) throw new Refused("second-factor-missing");
        acts.note(me, new IdentityAct.RenewRecoveryCodes());
        return factors.renewRecoveryCodes(me);
    }

    public void removeSecondFactor() {
        proof.demand();
        var me = Scope.current().me();
        if (factors.isDemanded(me)) throw new Refused("second-factor-demanded");
        if (!factors.forget(me)) throw new Refused("second-factor-missing");
        acts.note(me, new IdentityAct.RemoveSecondFactor());
    }

    @Transactional(readOnly = true)
    public List<Sessions.Session> sessions() {
        return sessions.of(Scope.current().me());
    }

    public void endSession(UUID id) {
        UserId me = Scope.current().me();
        if (!sessions.end(me, id)) throw new NotFound(id);
        acts.note(me, new IdentityAct.EndSession(id));
    }

    public void endOtherSessions(Credentials.Bearer bearer) {
        sessions.endOthers(bearer.person(), bearer.kind() == Credentials.Kind.SESSION ? bearer.id() : null);
        acts.note(bearer.person(), new IdentityAct.EndSessions());
    }
}
