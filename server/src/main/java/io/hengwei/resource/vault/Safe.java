package io.hengwei.resource.vault;

import io.hengwei.platform.secret.Envelopes;
import io.hengwei.platform.secret.SealedValues;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where the passwords lie, each version sealed for its entry.
@Component
class Safe implements SealedValues {
    private static final int DESTROYED_AT_ONCE = 500;

    private final JdbcClient db;
    private final Envelopes envelopes;

    Safe(JdbcClient db, Envelopes envelopes) {
        this.db = db;
        this.envelopes = envelopes;
    }

    void put(SecretEntryId entry, int number, String secret, boolean made, Instant at) {
        supersede(entry, at);
        db.sql(
                        "insert into vault.secret (id, entry, number, sealed, made, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        entry.value(),
                        number,
                        envelopes.seal(secret, context(entry.value())),
                        made,
                        Scope.current().me().value(),
                        SqlValues.of(at))
                .update();
    }

    /// From now on the present password counts as an old one.
    void supersede(SecretEntryId entry, Instant at) {
        db.sql("update vault.secret set superseded_at = ? where entry = ? and superseded_at is null")
                .param(SqlValues.of(at))
                .param(entry.value())
                .update();
    }

    /// Only for whoever was allowed to: nothing is asked here.
    ///
    /// @throws Refused when it is no longer kept
    String open(SecretEntryId entry, int number) {
        return envelopes.openText(
                db.sql("select sealed from vault.secret where entry = ? and number = ? and sealed is not null")
                        .param(entry.value())
                        .param(number)
                        .query((row, ignored) -> row.getBytes(1))
                        .optional()
                        .orElseThrow(() -> new Refused("secret-destroyed")),
                context(entry.value()));
    }

    boolean holds(SecretEntryId entry, int number) {
        return db.sql("select exists (select from vault.secret where entry = ? and number = ? and sealed is not null)")
                .param(entry.value())
                .param(number)
                .query(Boolean.class)
                .single();
    }

    /// Old passwords that are no longer kept; answers whether there may be more.
    boolean destroy(Instant now, Duration kept) {
        return db.sql("""
                        update vault.secret set sealed = null, destroyed_at = :now where id in (
                            select id from vault.secret where sealed is not null and superseded_at < :until order by id limit :limit)""")
                        .param("now", SqlValues.of(now))
                        .param("until", SqlValues.of(now.minus(kept)))
                        .param("limit", DESTROYED_AT_ONCE)
                        .update()
                == DESTROYED_AT_ONCE;
    }

    @Override
    public String name() {
        return "vault.secret";
    }

    @Override
    public List<Sealed> after(UUID id, int limit) {
        return db.sql(
                        "select id, entry, sealed from vault.secret where sealed is not null and id > ? order by id limit ?")
                .param(id)
                .param(limit)
                .query((row, ignored) -> new Sealed(
                        row.getObject("id", UUID.class),
                        context(row.getObject("entry", UUID.class)),
                        row.getBytes("sealed")))
                .list();
    }

    @Override
    public boolean replace(Sealed old, byte[] fresh) {
        return db.sql("update vault.secret set sealed = ? where id = ? and sealed = ?")
                        .param(fresh)
                        .param(old.id())
                        .param(old.value())
                        .update()
                == 1;
    }

    private static String context(UUID entry) {
        return "vault:" + entry;
    }
}
