package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.IssueToken;
import io.hengwei.platform.identity.IdentityAct.RevokeToken;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// API tokens. A token does what its person may do, or less; its secret is shown once and kept nowhere.
@Service
public class TokenAdministration {
    private static final String KIND = "PERSON";

    /// @param permissions the only ones it lets through; null when nothing is narrowed
    public record Token(
            UUID id,
            String name,
            @Nullable List<String> permissions,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant expiresAt) {}

    private record Row(
            UUID id,
            String name,
            boolean narrowed,
            List<String> permissions,
            Instant madeAt,
            @Nullable Instant lastSeenAt,
            @Nullable Instant expiresAt) {
        Token token() {
            return new Token(id, name, narrowed ? permissions : null, madeAt, lastSeenAt, expiresAt);
        }
    }

    private final Operations operations;
    private final Directory directory;
    private final Credentials credentials;
    private final Roles roles;
    private final Clock clock;
    private final JdbcClient db;

    TokenAdministration(
            Operations operations,
            Directory directory,
            Credentials credentials,
            Roles roles,
            JdbcClient db,
            Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.credentials = credentials;
        this.roles = roles;
        this.clock = clock;
        this.db = db;
    }

    /// A token of one's own (`token:own`), or one for an outside system's account (`token:manage` in that account's
    /// unit).
    public Credentials.Issued issue(UserId person, IssueToken token) {
        var secret = new AtomicReference<Credentials.@Nullable Issued>();
        operations.administer(act(person, token), UUID.class, () -> {
            directory.requirePerson(person);
            requireSensible(token);
            var issued = credentials.token(person, token.name(), token.permissions(), token.expiresAt());
            secret.set(issued);
            return issued.id();
        });
        var issued = secret.get();
        if (issued == null) throw new Refused("token-shown-once");
        return issued;
    }

    /// A token that is itself narrowed makes no wider one.
    private void requireSensible(IssueToken token) {
        if (token.expiresAt() != null && !token.expiresAt().isAfter(clock.instant()))
            throw Refused.invalid("token-expired").at("expiresAt");
        var wanted = token.permissions();
        if (wanted != null) wanted.forEach(roles::requireKnown);
        var narrowed = Scope.current().narrowed();
        if (narrowed != null && (wanted == null || !narrowed.containsAll(wanted))) throw new Refused("token-wider");
    }

    public void revoke(UserId person, UUID token) {
        operations.administer(act(person, new RevokeToken(token)), Boolean.class, () -> {
            if (!credentials.revoke(person, token)) throw new NotFound(token);
            return true;
        });
    }

    @Transactional(readOnly = true)
    public List<Token> own() {
        return db.sql("""
            select id, name, permissions is not null as narrowed, permissions, made_at, last_seen_at, expires_at from identity.credential
            where person = ? and kind = 'TOKEN' and revoked_at is null order by made_at desc""").param(Scope.current().me().value()).query(Rows.of(Row.class)).stream()
                .map(Row::token)
                .toList();
    }

    private Act act(UserId person, IdentityAct what) {
        var own = person.equals(Scope.current().me());
        return new Act(
                own ? "token:own" : "token:manage", own ? null : directory.unitOf(person), KIND, person.value(), what);
    }
}
