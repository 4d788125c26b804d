package io.hengwei.operations.monitoring;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Who delivers: the account whose token is used. An account that delivers for the first time becomes a source, so that
/// nothing it says is lost.
@Component
class Sources {
    static final String ALERTMANAGER = "ALERTMANAGER";
    private static final String SELECT = """
        select s.id, s.name, s.format, s.unit, coalesce(s.on_resolved,
            (select r.on_resolved from monitoring.resolve_rule r
             where r.format = s.format and (r.source = s.id or r.source is null) order by r.source nulls last limit 1), 'ANNOTATE') as on_resolved
        from monitoring.source s where\s""";

    private final JdbcClient db;
    private final Directory directory;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ConcurrentHashMap<UserId, UUID> known = new ConcurrentHashMap<>();

    Sources(JdbcClient db, Directory directory, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.transactions = transactions;
        this.clock = clock;
    }

    UUID of(UserId account) {
        var id = known.get(account);
        if (id != null) return id;
        var found = Scope.asSystem(() -> transactions.execute(ignored -> findOrMake(account)));
        known.put(account, found);
        return found;
    }

    /// A source that has something to be parsed, kept from others until the transaction ends: what one source says is
    /// taken in its order.
    Optional<Source> waiting() {
        return db.sql(SELECT + """
                exists (select 1 from monitoring.raw_event r where r.source = s.id and r.parsed_at is null)
                order by s.id limit 1 for update of s skip locked""").query(Rows.of(Source.class)).optional();
    }

    Source locked(UUID id) {
        return db.sql(SELECT + "s.id = ? for update of s")
                .param(id)
                .query(Rows.of(Source.class))
                .single();
    }

    private UUID findOrMake(UserId account) {
        var name = directory.person(account).map(person -> person.name()).orElse("?");
        db.sql("""
            insert into monitoring.source (id, account, name, format, unit, created_at) values (?, ?, ?, ?, ?, ?) on conflict (account) do nothing""")
                .params(
                        Ids.next(),
                        account.value(),
                        name,
                        ALERTMANAGER,
                        directory.unitOf(account).value(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return db.sql("select id from monitoring.source where account = ?")
                .param(account.value())
                .query(UUID.class)
                .single();
    }
}
