package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.OfferActivation;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// One-time codes with which people set their own passwords, so that nobody else ever knows one. Of a code only the
/// SHA-256 is kept: it has 98 random bits. A new code takes the place of the one before.
@Service
public class Activations {
    private static final String SIGNS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // nothing that looks like something else
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// The only time the code is shown.
    public record Offered(String username, String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Offered[" + username + "]";
        }
    }

    private final Operations operations;
    private final Directory directory;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Settings settings;
    private final JdbcClient db;
    private final Clock clock;

    Activations(
            Operations operations,
            Directory directory,
            Credentials credentials,
            Passwords passwords,
            Settings settings,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.credentials = credentials;
        this.passwords = passwords;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /// For whoever looks after people in the unit; never for oneself, who would be rid of the old password that way.
    public Offered offer(UserId person) {
        if (person.equals(Scope.current().me())) throw new Refused("activation-of-oneself");
        var shown = new AtomicReference<@Nullable Offered>();
        var act = new Act("person:manage", directory.unitOf(person), "PERSON", person.value(), new OfferActivation());
        operations.administer(act, UUID.class, () -> {
            shown.set(make(person));
            return person.value();
        });
        var offered = shown.get();
        if (offered == null) throw new Refused("activation-shown-once");
        return offered;
    }

    private Offered make(UserId person) {
        directory.requirePerson(person);
        passwords.requireOwn(person);
        var username = directory.username(person);
        if (username == null) throw new Refused("activation-without-username");
        var code = code();
        var until = clock.instant().plus(settings.value(AccountSettings.ACTIVATION_VALID));
        db.sql("select identity.offer_activation(?, ?, ?, ?)")
                .param(person.value())
                .param(digest(code))
                .param(SqlValues.of(clock.instant()))
                .param(SqlValues.of(until))
                .query((row, index) -> true)
                .list();
        return new Offered(username, code, until);
    }

    private static String code() {
        return IntStream.range(0, LENGTH)
                .mapToObj(i -> (i > 0 && i % 5 == 0 ? "-" : "") + SIGNS.charAt(RANDOM.nextInt(SIGNS.length())))
                .collect(Collectors.joining());
    }

    /// Whose code this is, while it is valid. As the system: nobody is known yet.
    public Optional<UserId> holder(String username, String code) {
        var now = SqlValues.of(clock.instant());
        return db.sql("""
            select a.person from identity.activation a join identity.person d on d.id = a.person join identity.person_card c on c.id = a.person
            where lower(d.username) = lower(?) and a.hash = ? and a.expires_at > ? and c.active and (c.ends_at is null or c.ends_at > ?)""")
                .param(username)
                .param(digest(code))
                .param(now)
                .param(now)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    /// Judges and hashes the new password; the code stays valid when it is not good enough.
    public String hash(UserId person, String password) {
        var owner = Scope.asSystem(() -> new Passwords.Owner(
                person,
                directory.username(person),
                directory.person(person).orElseThrow().name()));
        return passwords.hash(password, owner);
    }

    /// In the person's own name. Of two who come with the same code at once one is told that it is used up.
    public void use(UserId person, String code, String hash) {
        var used = db.sql("delete from identity.activation where person = ? and hash = ?")
                .param(person.value())
                .param(digest(code))
                .update();
        if (used == 0) throw Refused.invalid("activation-code").at("code");
        passwords.set(person, hash);
        credentials.revokeAll(person, Credentials.Kind.SESSION);
    }

    private static byte[] digest(String code) {
        try {
            var plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
            return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
