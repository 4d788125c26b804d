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

    /// @param permissions empty when nothing is narrowed
    public record Token(
            UUID id,
            String name,
            List<String> permissions,
            Instant madeAt,
            @Nullable Instant lastSeenAt,
            @Nullable Instant expiresAt) {}

    private final Operations operations;
    private final Directory directory;
    private final Credentials credentials;
    private final JdbcClient db;

    TokenAdministration(Operations operations, Directory directory, Credentials credentials, JdbcClient db) {
        this.operations = operations;
        this.directory = directory;
        this.credentials = credentials;
        this.db = db;
    }

    /// A token of one's own (`token:own`), or one for an outside system's account (`token:manage` in that account's
    /// unit).
    public Credentials.Issued issue(UserId person, IssueToken token) {
        var secret = new AtomicReference<Credentials.@Nullable Issued>();
        operations.administer(act(person, token), UUID.class, () -> {
            directory.requirePerson(person);
            var issued = credentials.token(person, token.name(), token.permissions(), token.expiresAt());
            secret.set(issued);
            return issued.id();
        });
        var issued = secret.get();
        if (issued == null) throw new Refused("token-shown-once");
        return issued;
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
            select id, name, permissions, made_at, last_seen_at, expires_at from identity.credential
            where person = ? and kind = 'TOKEN' and revoked_at is null order by made_at desc""")
                .param(Scope.current().me().value())
                .query(Rows.of(Token.class))
                .list();
    }

    private Act act(UserId person, IdentityAct what) {
        var own = person.equals(Scope.current().me());
        return new Act(
                own ? "token:own" : "token:manage", own ? null : directory.unitOf(person), KIND, person.value(), what);
    }
}
