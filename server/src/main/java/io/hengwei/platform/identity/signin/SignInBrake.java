package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.IdentitySettings;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.SqlValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Locks an account name after several wrong passwords or codes in a row, for a while; whether the name exists makes no
/// difference. The failures are rows, so every node counts the same.
@Component
class SignInBrake {
    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;

    SignInBrake(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    boolean isLocked(String account) {
        return lockedUntil(account).isPresent();
    }

    /// When the lock opens by itself; empty when there is none.
    Optional<Instant> lockedUntil(String account) {
        return db.sql(
                        "select last_at from identity.sign_in_failure where account = ? and failures >= ? and last_at > ?")
                .param(digest(account))
                .param(settings.value(IdentitySettings.SIGN_IN_ATTEMPTS))
                .param(since())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class)
                        .toInstant()
                        .plus(settings.value(IdentitySettings.SIGN_IN_LOCK)))
                .optional();
    }

    /// @return until when this failure locked the account; empty when it did not
    Optional<Instant> failed(String account) {
        db.sql("delete from identity.sign_in_failure where last_at <= ?")
                .param(since())
                .update();
        db.sql("""
            insert into identity.sign_in_failure as f (account, failures, last_at) values (?, 1, ?)
            on conflict (account) do update set failures = f.failures + 1, last_at = excluded.last_at""").param(digest(account)).param(SqlValues.of(clock.instant())).update();
        return lockedUntil(account);
    }

    void release(String account) {
        db.sql("delete from identity.sign_in_failure where account = ?")
                .param(digest(account))
                .update();
    }

    private Object since() {
        return SqlValues.of(clock.instant().minus(settings.value(IdentitySettings.SIGN_IN_LOCK)));
    }

    private static byte[] digest(String account) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(account.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
