package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.Passwords;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.Sessions.Origin;
import io.hengwei.platform.identity.external.Directories;
import io.hengwei.platform.identity.external.Recognition;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a password, and with a code of the second factor where there is one. Whoever fails at the password
/// learns nothing: unknown name, wrong password, left or locked give the same answer after the same time. A password
/// may be judged by a directory. Each sign-in, and each failure of a known person, is a line in the journal.
@Service
class SignIn {
    private record Account(UserId id, @Nullable String hash) {}

    /// Who it is, and how that was proved.
    record Identified(UserId person, Means means) {}

    private final Passwords passwords;
    private final Directories directories;
    private final Recognition recognition;
    private final SecondFactors factors;
    private final Entrance entrance;
    private final Sessions sessions;
    private final SignInBrake brake;
    private final OwnActs acts;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;

    SignIn(
            Passwords passwords,
            Directories directories,
            Recognition recognition,
            SecondFactors factors,
            Entrance entrance,
            Sessions sessions,
            SignInBrake brake,
            OwnActs acts,
            TransactionTemplate transactions,
            JdbcClient db,
            Clock clock) {
        this.passwords = passwords;
        this.directories = directories;
        this.recognition = recognition;
        this.factors = factors;
        this.entrance = entrance;
        this.sessions = sessions;
        this.brake = brake;
        this.acts = acts;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /// @param code of the second factor, or one for recovery; asked for when it is missing
    Entrance.Entered signIn(String username, String password, @Nullable String code, Origin origin) {
        var who = prove(username, password, code, origin);
        return entrance.as(who.person(), () -> entrance.enter(who.person(), origin, who.means()));
    }

    /// Who this is, without entering: the same checks, the same brake.
    Identified prove(String username, String password, @Nullable String code, Origin origin) {
        var account = asSystem(() -> account(username));
        var locked = asSystem(() -> brake.isLocked(username));
        var hash = account.map(Account::hash).orElse(null);
        var here = passwords.matches(password, hash);
        var there = hash == null && !locked ? elsewhere(account, username, password) : Optional.<UserId>empty();
        if (locked || (!here && there.isEmpty())) {
            asSystem(() -> failed(account, username, origin, locked));
            throw new Failed("sign-in");
        }
        var person = there.orElseGet(() -> account.orElseThrow().id());
        if (asSystem(() -> factors.isSetUp(person))) requireCode(person, username, code, origin);
        var stronger = hash == null ? Optional.<String>empty() : passwords.strengthened(password, hash);
        return entrance.as(person, () -> {
            brake.release(username);
            stronger.ifPresent(made -> passwords.strengthen(person, String.valueOf(hash), made));
            return new Identified(person, here ? Means.PASSWORD : Means.DIRECTORY);
        });
    }

    /// Who has no password here may have one in a directory. A name nobody bears here is asked for there as well, so
    /// that the time it takes tells nothing.
    private Optional<UserId> elsewhere(Optional<Account> account, String username, String password) {
        return directories
                .prove(account.map(Account::id).orElse(null), username, password)
                .map(recognition::recognise);
    }

    private Optional<Account> account(String username) {
        return db.sql("""
            select p.id, w.hash from identity.person d join identity.person_card p on p.id = d.id left join identity.password w on w.person = p.id
            where lower(d.username) = lower(:name) and p.active and (p.ends_at is null or p.ends_at > :now)""")
                .param("name", username)
                .param("now", SqlValues.of(clock.instant()))
                .query(Rows.of(Account.class))
                .optional();
    }

    private void requireCode(UserId person, String username, @Nullable String code, Origin origin) {
        if (code == null || code.isBlank()) throw new Failed("code-required", "code-missing");
        if (isTaken(person, code)) return;
        asSystem(() -> failed(Optional.of(new Account(person, null)), username, origin, false));
        throw new Failed("code");
    }

    /// Takes the code, which is then used up whatever comes after.
    boolean isTaken(UserId person, String code) {
        return entrance.as(person, () -> {
            var proof = factors.take(person, code);
            if (proof.equals(Optional.of(SecondFactors.Proof.RECOVERY_CODE)))
                acts.note(person, new IdentityAct.UseRecoveryCode(factors.recoveryCodesLeft(person)));
            return proof.isPresent();
        });
    }

    private boolean failed(Optional<Account> account, String username, Origin origin, boolean locked) {
        if (locked) return false;
        var until = brake.failed(username);
        var act = new IdentityAct.SignInFailed(
                Objects.requireNonNullElse(origin.address(), "?"), until.isPresent(), until.orElse(null));
        account.ifPresent(a -> acts.note(a.id(), act));
        return true;
    }

    void signOut(Credentials.Bearer bearer) {
        transactions.executeWithoutResult(ignored -> {
            sessions.end(bearer.person(), bearer.id());
            acts.note(bearer.person(), new IdentityAct.SignOut());
        });
    }

    private <T> T asSystem(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    private static final class Failed extends Refused {
        Failed(String reason) {
            this("unauthenticated", reason);
        }

        Failed(String code, String reason) {
            super(HttpStatus.UNAUTHORIZED, code, reason);
        }
    }
}
