package io.hengwei.platform.identity;

import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Passwords, of which only a slow hash is kept. Used by the sign-in alone.
@Component
public class Passwords {
    private final JdbcClient db;
    private final Settings settings;
    private final Clock clock;
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String nobodys = String.valueOf(encoder.encode("nobody has this password"));

    Passwords(JdbcClient db, Settings settings, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes the same time whether there is a hash or not.
    public boolean matches(String password, @Nullable String hash) {
        var right = encoder.matches(password, hash == null ? nobodys : hash);
        return right && hash != null;
    }

    public boolean isOf(UserId person, String password) {
        var hash = db.sql("select hash from identity.password where person = ?")
                .param(person.value())
                .query(String.class)
                .optional();
        return matches(password, hash.orElse(null));
    }

    /// Hashing is slow by intent: do it before a transaction begins.
    String hash(String password, @Nullable String username) {
        PasswordRules.check(password, username, settings.value(IdentitySettings.SHORTEST_PASSWORD));
        return String.valueOf(encoder.encode(password));
    }

    void set(UserId person, String hash) {
        db.sql("select identity.set_password(?, ?, ?)")
                .param(person.value())
                .param(hash)
                .param(SqlValues.of(clock.instant()))
                .query((row, index) -> true)
                .list();
    }
}
