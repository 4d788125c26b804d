package io.hengwei.platform.identity;

import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sessions and API tokens: random secrets of 256 bits of which only the SHA-256 is kept. Used by the sign-in alone.
@Component
@Transactional
public class Credentials {
    public static final String TOKEN_PREFIX = "hw_";
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    public enum Kind {
        SESSION,
        TOKEN
    }

    /// A new credential; the secret is shown once and never again.
    public record Issued(UUID id, String secret) {
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    /// How far a sign-in has come: what is left to do before anything else is open.
    public enum Stage {
        OPEN,
        PASSWORD,
        /// A second factor is to be set up.
        FACTOR,
        /// A code of the second factor is to be given.
        CODE,
        CONDUCT
    }

    /// What somebody presented, and the scope it opens.
    ///
    /// @param provedAt when the person last proved to be there; null for a token
    public record Bearer(
            UUID id,
            Kind kind,
            UserId person,
            Instant lastSeenAt,
            @Nullable Instant expiresAt,
            Stage stage,
            @Nullable Instant provedAt,
            Scope scope) {
        /// Whether the use now is worth noting: asked first, so that an ordinary request begins no transaction for it.
        public boolean isUnseen(Instant now) {
            return !lastSeenAt.plus(SEEN_STEP).isAfter(now);
        }
    }

    private record Found(
            UUID id,
            Kind kind,
            boolean narrowed,
            List<String> permissions,
            Instant lastSeenAt,
            @Nullable Instant expiresAt,
            Stage stage,
            @Nullable Instant provedAt) {}

    private final JdbcClient db;
    private final Scopes scopes;
    private final Clock clock;

    Credentials(JdbcClient db, Scopes scopes, Clock clock) {
        this.db = db;
        this.scopes = scopes;
        this.clock = clock;
    }

    /// One query, outside a transaction: who is this, what was granted, which version has the tree of units?
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public Optional<Bearer> find(String secret) {
        return db.sql(
                        "select c.id, c.kind, c.permissions is not null as narrowed, c.permissions, c.last_seen_at, c.expires_at, c.stage, c.proved_at, "
                                + Scopes.COLUMNS
                                + " from identity.credential_of(:secret, :at) c join identity.person_card p on p.id = c.person where p.active and (p.ends_at is null or p.ends_at > :at)")
                .param("secret", digest(secret))
                .param("at", SqlValues.of(clock.instant()))
                .query((row, index) -> {
                    var found = Rows.of(Found.class).mapRow(row, index);
                    var holder = Rows.of(Scopes.Holder.class).mapRow(row, index);
                    Set<String> narrowed = found.narrowed() ? new HashSet<>(found.permissions()) : null;
                    return new Bearer(
                            found.id(),
                            found.kind(),
                            holder.person(),
                            found.lastSeenAt(),
                            found.expiresAt(),
                            found.stage(),
                            found.provedAt(),
                            scopes.of(holder, narrowed));
                })
                .optional();
    }

    Issued token(UserId person, String name, @Nullable Set<String> permissions, @Nullable Instant expiresAt) {
        var secret = Secret.make(TOKEN_PREFIX);
        var id = Ids.next();
        db.sql("""
            insert into identity.credential (id, secret, kind, person, name, permissions, made_at, expires_at)
            values (:id, :secret, 'TOKEN', :person, :name, :permissions, :at, :expires)""")
                .param("id", id)
                .param("secret", secret.digest())
                .param("person", person.value())
                .param("name", name)
                .param("permissions", permissions == null ? null : permissions.toArray(String[]::new))
                .param("at", SqlValues.of(clock.instant()))
                .param("expires", expiresAt == null ? null : SqlValues.of(expiresAt))
                .update();
        return new Issued(id, secret.plain());
    }

    /// A secret, once in its plain form and once as it is kept.
    record Secret(String plain, byte[] digest) {
        static Secret make(String prefix) {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            var plain = prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return new Secret(plain, Credentials.digest(plain));
        }
    }

    /// Notes that a credential is in use, at most once a minute.
    public void seen(Bearer bearer) {
        var now = clock.instant();
        if (!bearer.isUnseen(now)) return;
        db.sql(
                        "update identity.credential set last_seen_at = :now where id = :id and coalesce(last_seen_at, made_at) <= :before")
                .param("now", SqlValues.of(now))
                .param("id", bearer.id())
                .param("before", SqlValues.of(now.minus(SEEN_STEP)))
                .update();
    }

    /// @return whether there was such a credential of this person, still in force
    public boolean revoke(UserId person, UUID id) {
        return db.sql(
                                "update identity.credential set revoked_at = ? where id = ? and person = ? and revoked_at is null")
                        .param(SqlValues.of(clock.instant()))
                        .param(id)
                        .param(person.value())
                        .update()
                == 1;
    }

    /// Ends whatever a person has open: after a new password, or when the person leaves.
    public void revokeAll(UserId person, Kind kind) {
        db.sql("select identity.end_credentials(?, ?, ?)")
                .param(person.value())
                .param(kind.name())
                .param(SqlValues.of(clock.instant()))
                .query((row, index) -> true)
                .list();
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
