package io.hengwei.platform.identity;

import io.hengwei.platform.setting.Setting;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Passwords, of which only a slow hash is kept; the last ones too, so that none comes back. Used by the sign-in alone.
@Component
public class Passwords {
    private static final String INTEGRATION = "INTEGRATION";
    private static final int STRENGTH = 11;

    /// Whose password it is to be.
    ///
    /// @param id null while the person is being made
    record Owner(@Nullable UserId id, @Nullable String username, String name) {}

    /// How a person's password stands.
    ///
    /// @param mustChange somebody else has set it
    public record Standing(Instant changedAt, boolean mustChange, Instant expiresAt) {
        public boolean isDue(Instant now) {
            return mustChange || !expiresAt.isAfter(now);
        }
    }

    private record Row(Instant changedAt, boolean mustChange, boolean integration) {}

    private final PasswordRules rules;
    private final Settings settings;
    private final TransactionTemplate transactions;
    private final JdbcClient db;
    private final Clock clock;
    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(STRENGTH)));
    private final String nobodys = String.valueOf(encoder.encode("nobody has this password"));

    Passwords(PasswordRules rules, Settings settings, TransactionTemplate transactions, JdbcClient db, Clock clock) {
        this.rules = rules;
        this.settings = settings;
        this.transactions = transactions;
        this.db = db;
        this.clock = clock;
    }

    /// Takes the same time whether there is a hash or not.
    public boolean matches(String password, @Nullable String hash) {
        var right = encoder.matches(password, hash == null ? nobodys : hash);
        return right && hash != null;
    }

    public boolean isOf(UserId person, String password) {
        var hash = Scope.asSystem(
                () -> transactions.execute(ignored -> db.sql("select hash from identity.password where person = ?")
                        .param(person.value())
                        .query(String.class)
                        .optional()));
        return matches(password, hash.orElse(null));
    }

    /// Judges and hashes. Hashing is slow by intent: do it before a transaction begins.
    String hash(String password, Owner owner) {
        rules.check(password, owner.username(), owner.name());
        if (owner.id() != null) requireNew(owner.id(), password);
        return String.valueOf(encoder.encode(password));
    }

    private void requireNew(UserId person, String password) {
        var last = Math.max(1, settings.value(PasswordSettings.HISTORY));
        List<String> hashes = Scope.asSystem(() -> transactions.execute(ignored -> db.sql(
                        "select hash from identity.password_history where person = ? order by id desc limit ?")
                .param(person.value())
                .param(last)
                .query(String.class)
                .list()));
        if (hashes.stream().anyMatch(hash -> encoder.matches(password, hash)))
            throw Refused.invalid("password-used", last).at("password");
    }

    /// A hash of today's strength in place of an older one; empty when it is that already. The password is right.
    public Optional<String> strengthened(String password, String hash) {
        return encoder.upgradeEncoding(hash) ? Optional.of(String.valueOf(encoder.encode(password))) : Optional.empty();
    }

    /// Only while the older hash is still the one in force.
    public void strengthen(UserId person, String older, String stronger) {
        db.sql("update identity.password set hash = ? where person = ? and hash = ?")
                .param(stronger)
                .param(person.value())
                .param(older)
                .update();
    }

    /// What the system sets (the first start, a seed) counts as chosen by its person.
    void set(UserId person, String hash) {
        db.sql("select id from identity.person_card where id = ? for update")
                .param(person.value())
                .query()
                .listOfRows();
        requireOwn(person);
        var setter = Scope.current().me();
        db.sql("select identity.set_password(?, ?, ?, ?)")
                .param(person.value())
                .param(hash)
                .param(SqlValues.of(clock.instant()))
                .param(!setter.equals(person) && !setter.equals(Scope.SYSTEM))
                .query((row, index) -> true)
                .list();
    }

    /// Who is proved elsewhere has no password here.
    void requireOwn(UserId person) {
        var elsewhere = db.sql("select identity.is_proved_elsewhere(?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
        if (elsewhere) throw new Refused("password-elsewhere");
    }

    /// Empty for who has no password here.
    public Optional<Standing> standing(UserId person) {
        return db.sql("""
            select w.changed_at, w.must_change, exists (select from identity.role_grant g where g.person = :person and g.role = :integration
                and g.during @> cast(:now as timestamptz)) as integration
            from identity.account_of(:person) w where w.changed_at is not null""")
                .param("person", person.value())
                .param("integration", INTEGRATION)
                .param("now", SqlValues.of(clock.instant()))
                .query(Rows.of(Row.class))
                .optional()
                .map(row -> new Standing(
                        row.changedAt(),
                        row.mustChange(),
                        row.changedAt().plus(settings.value(age(row.integration())))));
    }

    private static Setting<Duration> age(boolean integration) {
        return integration ? PasswordSettings.AGE_OF_INTEGRATIONS : PasswordSettings.AGE;
    }
}
