package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.Credentials;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.identity.Passwords;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Signing in with a password. Whoever fails learns nothing: unknown name, wrong password, left or locked give the same
/// answer after the
/// same time. Each sign-in, and each failure of a known person, is a line in the journal.
@Service
class SignIn {
    private record Account(UserId id, UnitId unit, @Nullable String hash) {}

    private final Passwords passwords;
    private final Credentials credentials;
    private final SignInBrake brake;
    private final Settings settings;
    private final Operations operations;
    private final TransactionTemplate transactions;
    private final JdbcClient db;

    SignIn(
            Passwords passwords,
            Credentials credentials,
            SignInBrake brake,
            Settings settings,
            Operations operations,
            TransactionTemplate transactions,
            JdbcClient db) {
        this.passwords = passwords;
        this.credentials = credentials;
        this.brake = brake;
        this.settings = settings;
        this.operations = operations;
        this.transactions = transactions;
        this.db = db;
    }

    Credentials.Issued signIn(String username, String password, String address) {
        var account = asSystem(() -> account(username));
        var locked = asSystem(() -> brake.isLocked(username));
        var right = passwords.matches(password, account.map(Account::hash).orElse(null));
        if (right && !locked) return open(account.orElseThrow(), username, address);
        asSystem(() -> failed(account, username, address, locked));
        throw new Failed();
    }

    private Optional<Account> account(String username) {
        return db.sql("""
            select p.id, p.unit, w.hash from identity.person d join identity.person_card p on p.id = d.id left join identity.password w on w.person = p.id
            where lower(d.username) = lower(?) and p.active""").param(username).query(Rows.of(Account.class)).optional();
    }

    private Credentials.Issued open(Account account, String username, String address) {
        return as(account, () -> {
            brake.release(username);
            journal(account, new IdentityAct.SignIn(address));
            return credentials.session(account.id(), settings.value(IdentitySettings.SESSION_LONGEST));
        });
    }

    private boolean failed(Optional<Account> account, String username, String address, boolean locked) {
        var nowLocked = !locked && brake.failed(username);
        if (!locked) account.ifPresent(a -> journal(a, new IdentityAct.SignInFailed(address, nowLocked)));
        return true;
    }

    /// A new session in place of the one that ended with the old password.
    Credentials.Issued again(Credentials.Bearer bearer) {
        return credentials.session(bearer.person(), settings.value(IdentitySettings.SESSION_LONGEST));
    }

    void signOut(Credentials.Bearer bearer, UnitId unit) {
        transactions.execute(ignored -> {
            credentials.revoke(bearer.person(), bearer.id());
            journal(new Account(bearer.person(), unit, null), new IdentityAct.SignOut());
            return true;
        });
    }

    /// Nobody needs a permission to come or go.
    private void journal(Account account, IdentityAct act) {
        operations.inConsequence(() -> operations.administer(
                new Act("session:own", account.unit(), "PERSON", account.id().value(), act),
                Boolean.class,
                () -> true));
    }

    private <T> T asSystem(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    private <T> T as(Account account, Supplier<T> work) {
        return Scope.as(
                new Scope(account.id(), Sight.NOTHING, Set.of(), Map.of()),
                () -> transactions.execute(ignored -> work.get()));
    }

    private static final class Failed extends Refused {
        Failed() {
            super(HttpStatus.UNAUTHORIZED, "unauthenticated", "sign-in");
        }
    }
}
