package io.hengwei.platform.identity;

import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The second factor: codes of an app on the person's telephone. The app's secret is sealed, opens for its person
/// alone, and each of its codes counts once. Asked within a transaction, in the person's own name; the asking is
/// journalled by who asks.
@Component
public class SecondFactors {
    /// What is shown once, while it is being set up.
    public record Offer(String secret, String address) {
        @Override
        public String toString() {
            return "Offer[]";
        }
    }

    /// With what somebody has proved.
    public enum Proof {
        CODE,
        RECOVERY_CODE
    }

    private final Envelopes envelopes;
    private final RecoveryCodes recovery;
    private final Settings settings;
    private final JdbcClient db;
    private final Clock clock;

    SecondFactors(Envelopes envelopes, RecoveryCodes recovery, Settings settings, JdbcClient db, Clock clock) {
        this.envelopes = envelopes;
        this.recovery = recovery;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    public boolean isSetUp(UserId person) {
        return since(person).isPresent();
    }

    public Optional<Instant> since(UserId person) {
        return db.sql("select confirmed_at from identity.second_factor where person = ? and confirmed_at is not null")
                .param(person.value())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /// Whether a role the person holds now demands it.
    public boolean isDemanded(UserId person) {
        return db.sql(
                        "select exists (select from identity.role_grant where person = ? and role = any(?) and during @> cast(? as timestamptz))")
                .param(person.value())
                .param(settings.value(IdentitySettings.SECOND_FACTOR_ROLES)
                        .roles()
                        .toArray(String[]::new))
                .param(SqlValues.of(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /// A secret to be confirmed with its first code; an earlier one that never was is forgotten.
    public Offer offer(UserId person, String account) {
        if (isSetUp(person)) throw new Refused("second-factor-exists");
        var secret = Totp.secret();
        db.sql("""
            insert into identity.second_factor (person, sealed, made_at) values (?, ?, ?)
            on conflict (person) do update set sealed = excluded.sealed, made_at = excluded.made_at, last_step = 0""")
                .param(person.value())
                .param(envelopes.seal(secret, context(person)))
                .param(SqlValues.of(clock.instant()))
                .update();
        return new Offer(secret, Totp.address(secret, account));
    }

    /// @return the recovery codes, shown this once
    public List<String> confirm(UserId person, String code) {
        if (isSetUp(person)) throw new Refused("second-factor-exists");
        if (!isPresentCode(person, code)) throw Refused.invalid("code-wrong").at("code");
        db.sql("update identity.second_factor set confirmed_at = ? where person = ?")
                .param(SqlValues.of(clock.instant()))
                .param(person.value())
                .update();
        return recovery.renew(person);
    }

    /// Takes a code of the app or one for recovery; neither is taken again.
    public Optional<Proof> take(UserId person, String code) {
        if (isPresentCode(person, code)) return Optional.of(Proof.CODE);
        return recovery.use(person, code) ? Optional.of(Proof.RECOVERY_CODE) : Optional.empty();
    }

    /// Of two who present the same code at once one only moves the step on.
    private boolean isPresentCode(UserId person, String code) {
        var sealed = db.sql("select sealed from identity.second_factor where person = ?")
                .param(person.value())
                .query((row, index) -> row.getBytes(1))
                .optional();
        if (sealed.isEmpty()) return false;
        var step = Totp.step(envelopes.openText(sealed.get(), context(person)), code.strip(), clock.instant());
        return step.isPresent()
                && db.sql("update identity.second_factor set last_step = ? where person = ? and last_step < ?")
                                .param(step.getAsLong())
                                .param(person.value())
                                .param(step.getAsLong())
                                .update()
                        == 1;
    }

    public List<String> renewRecoveryCodes(UserId person) {
        return recovery.renew(person);
    }

    public int recoveryCodesLeft(UserId person) {
        return recovery.left(person);
    }

    /// @return whether there was one
    public boolean forget(UserId person) {
        return db.sql("select identity.forget_second_factor(?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    static String context(UserId person) {
        return "totp:" + person;
    }
}
