package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.Credentials.Issued;
import io.hengwei.platform.identity.Credentials.Stage;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.Passwords;
import io.hengwei.platform.identity.SecondFactors;
import io.hengwei.platform.identity.Sessions;
import io.hengwei.platform.identity.Sessions.Origin;
import io.hengwei.platform.identity.external.Directories;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Somebody who is signed in proves once more to be there. What is wrong counts as at the door, so that an open window
/// is no place to try passwords.
@Component
class OwnProof {
    private final Passwords passwords;
    private final Directories directories;
    private final Entrance entrance;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final SignInBrake brake;
    private final Sessions sessions;
    private final OwnActs acts;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    OwnProof(
            Passwords passwords,
            Directories directories,
            Entrance entrance,
            SecondFactors factors,
            SignIn signIn,
            SignInBrake brake,
            Sessions sessions,
            OwnActs acts,
            TransactionTemplate transactions,
            JdbcClient db) {
        this.passwords = passwords;
        this.directories = directories;
        this.entrance = entrance;
        this.factors = factors;
        this.signIn = signIn;
        this.brake = brake;
        this.sessions = sessions;
        this.acts = acts;
        this.transactions = transactions;
        this.db = db;
    }

    /// Password and, where there is a second factor, its code; the session goes on under a new secret.
    Issued prove(Credentials.Bearer bearer, @Nullable String password, @Nullable String code, Origin origin) {
        var person = bearer.person();
        var hasPassword = within(() -> passwords.standing(person).isPresent() || directories.judges(person));
        var hasFactor = within(() -> factors.isSetUp(person));
        if (!hasPassword && !hasFactor) throw new Refused("nothing-to-prove-with");
        if (!hasPassword && bearer.stage() != Stage.CODE) throw new Refused("prove-at-issuer");
        if (hasPassword) requirePassword(person, Objects.requireNonNullElse(password, ""), "password", origin);
        if (hasFactor) requireCode(person, Objects.requireNonNullElse(code, ""), origin);
        return within(() -> {
            acts.note(person, new IdentityAct.ProveAgain(Objects.requireNonNullElse(origin.address(), "?")));
            return sessions.prove(
                    person,
                    bearer.id(),
                    bearer.stage() == Stage.CODE ? entrance.stageAfterProof(person) : bearer.stage());
        });
    }

    /// @param field at which a wrong one is shown
    void requirePassword(UserId person, String password, String field, Origin origin) {
        var account = account(person);
        if (within(() -> brake.isLocked(account))) throw new Refused("account-locked");
        if (passwords.isOf(person, password) || directories.isPasswordOf(person, password)) return;
        failed(person, account, origin);
        throw Refused.invalid("password-wrong").at(field);
    }

    private void requireCode(UserId person, String code, Origin origin) {
        var account = account(person);
        if (within(() -> brake.isLocked(account))) throw new Refused("account-locked");
        if (!code.isBlank() && signIn.isTaken(person, code)) return;
        if (!code.isBlank()) failed(person, account, origin);
        throw Refused.invalid("code-wrong").at("code");
    }

    private void failed(UserId person, String account, Origin origin) {
        within(() -> {
            var until = brake.failed(account);
            acts.note(
                    person,
                    new IdentityAct.SignInFailed(
                            Objects.requireNonNullElse(origin.address(), "?"), until.isPresent(), until.orElse(null)));
            return true;
        });
    }

    private String account(UserId person) {
        return within(() -> db.sql("select coalesce(username, id::text) from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single());
    }

    private <T> T within(java.util.function.Supplier<T> work) {
        return transactions.execute(ignored -> work.get());
    }
}
