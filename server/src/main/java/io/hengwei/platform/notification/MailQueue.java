package io.hengwei.platform.notification;

import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Letters that wait to be sent. A node that takes one has it for some minutes; should it die, another takes it again:
/// a letter may come twice, never not at all.
@Component
class MailQueue {
    record Waiting(
            UUID id, UserId person, int attempts, String key, String params, String kind, UUID record, Instant at) {}

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailQueue(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    List<Waiting> take(int limit) {
        var now = clock.instant();
        return Scope.asSystem(() -> transactions.execute(ignored -> db.sql("""
            with taken as (
                update notification.delivery set attempts = attempts + 1, next_at = :until
                where id in (select id from notification.delivery where state = 'QUEUED' and next_at <= :now order by next_at, id limit :limit for update skip locked)
                returning id, line, person, record, attempts)
            select t.id, t.person, t.attempts, n.key, n.params::text as params, c.kind, c.id as record, n.at
            from taken t join notification.notice n on n.line = t.line and n.person = t.person join record.record_card c on c.id = t.record
            order by t.id""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("until", now.plus(Attempts.TAKEN_FOR).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Rows.of(Waiting.class))
                .list()));
    }

    void sent(Waiting letter) {
        write(
                "update notification.delivery set state = 'SENT', reason = null, next_at = null, at = ? where id = ?",
                clock.instant().atOffset(ZoneOffset.UTC),
                letter.id());
    }

    void later(Waiting letter, Duration pause, String reason) {
        write(
                "update notification.delivery set reason = ?, next_at = ? where id = ?",
                Attempts.kept(reason),
                clock.instant().plus(pause).atOffset(ZoneOffset.UTC),
                letter.id());
    }

    void failed(Waiting letter, String state, String reason) {
        write(
                "update notification.delivery set state = ?, reason = ?, next_at = null, at = ? where id = ?",
                state,
                Attempts.kept(reason),
                clock.instant().atOffset(ZoneOffset.UTC),
                letter.id());
    }

    private void write(String sql, Object... parameters) {
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql(sql).params(parameters).update()));
    }
}
