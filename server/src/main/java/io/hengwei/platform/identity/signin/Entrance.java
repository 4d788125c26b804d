package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.ConductRules;
import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Credentials.Issued;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.IdentitySettings.ParallelSessions;
import io.hengwei.platform.identity.ParallelUses;
import io.hengwei.platform.identity.ParallelUses.ParallelUse;
import io.hengwei.platform.identity.PasswordSettings;
import io.hengwei.platform.identity.Passwords;
import io.hengwei.platform.identity.Presented;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.Sessions.Origin;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Behind the door: whoever has proved who he is, by whatever means, gets a session here, and is told what is left to
/// do.
@Component
public class Entrance {
    /// @param stage what is left to do before anything else is open
    /// @param passwordExpiresAt when that is so soon that it is worth a warning
    /// @param parallel what was noticed about the account being used in two places, and is not known yet
    public record Entered(
            Issued session, Stage stage, @Nullable Instant passwordExpiresAt, List<ParallelUse> parallel) {}

    private final Sessions sessions;
    private final ParallelUses parallelUses;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final ConductRules conduct;
    private final OwnActs acts;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Entrance(
            Sessions sessions,
            ParallelUses parallelUses,
            Passwords passwords,
            SecondFactors factors,
            ConductRules conduct,
            OwnActs acts,
            Settings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.sessions = sessions;
        this.parallelUses = parallelUses;
        this.passwords = passwords;
        this.factors = factors;
        this.conduct = conduct;
        this.acts = acts;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param means with what the person was proved: what was proved elsewhere expires elsewhere
    Entered enter(UserId person, Origin origin, Means means) {
        return enter(person, origin, means, clock.instant());
    }

    /// @param provedAt when the person proved to be there: an issuer may let somebody in who did so yesterday; null
    ///   when nobody knows
    public Entered enter(UserId person, Origin origin, Means means, @Nullable Instant provedAt) {
        return as(person, () -> {
            leaveBehind();
            notice(person, origin);
            acts.note(person, new IdentityAct.SignIn(address(origin)));
            var session = sessions.open(person, origin, stage(person, means), provedAt);
            return new Entered(
                    session,
                    stage(person, means),
                    means == Means.PASSWORD ? warning(person).orElse(null) : null,
                    parallelUses.of(person).stream().filter(use -> !use.known()).toList());
        });
    }

    /// Who is signed in has proved anew, elsewhere, to be there; the session goes on under a new secret, and with a
    /// code where there is a second factor that was not asked for.
    public Issued provedAgain(Credentials.Bearer bearer, Origin origin, Means means) {
        return as(bearer.person(), () -> {
            acts.note(bearer.person(), new IdentityAct.ProveAgain(address(origin)));
            return sessions.prove(
                    bearer.person(), bearer.id(), isCodeOwed(bearer.person(), means) ? Stage.CODE : bearer.stage());
        });
    }

    /// A session that this window had before is over: nobody goes on with a cookie that was there before sign-in.
    private void leaveBehind() {
        var before = Presented.current();
        if (before != null && before.kind() == Credentials.Kind.SESSION) sessions.end(before.person(), before.id());
    }

    private void notice(UserId person, Origin origin) {
        var others = parallelUses.notice(person, origin, sessions.of(person));
        if (others.isEmpty()) return;
        acts.note(person, new IdentityAct.ParallelUse(address(origin), others));
        if (settings.value(IdentitySettings.PARALLEL_SESSIONS) == ParallelSessions.ENDED)
            sessions.endOthers(person, null);
    }

    /// A new session in place of those that ended with the old password.
    Issued afterNewPassword(UserId person, Origin origin) {
        return as(person, () -> sessions.open(person, origin, stage(person, Means.PASSWORD)));
    }

    Stage stage(UserId person, Means means) {
        var due = means == Means.PASSWORD
                && passwords
                        .standing(person)
                        .filter(password -> password.isDue(clock.instant()))
                        .isPresent();
        if (due) return Stage.PASSWORD;
        if (isCodeOwed(person, means)) return Stage.CODE;
        if (means != Means.ISSUER_WITH_FACTOR && factors.isDemanded(person) && !factors.isSetUp(person))
            return Stage.FACTOR;
        return stageAfterProof(person);
    }

    private boolean isCodeOwed(UserId person, Means means) {
        return means == Means.ISSUER && factors.isSetUp(person);
    }

    /// What is left once the person has proved all there is to prove.
    Stage stageAfterProof(UserId person) {
        return conduct.isOwedBy(person) ? Stage.CONDUCT : Stage.OPEN;
    }

    /// When the password expires, where that is soon.
    Optional<Instant> warning(UserId person) {
        var soon = clock.instant().plus(settings.value(PasswordSettings.WARNING));
        return passwords.standing(person).map(Passwords.Standing::expiresAt).filter(expiry -> expiry.isBefore(soon));
    }

    /// In the name of somebody who has just proved to be that person and whose rights are not known yet.
    <T> T as(UserId person, Supplier<T> work) {
        return Scope.as(
                new Scope(person, Sight.NOTHING, Set.of(), Map.of()),
                () -> transactions.execute(ignored -> work.get()));
    }

    private static String address(Origin origin) {
        return Objects.requireNonNullElse(origin.address(), "?");
    }
}
