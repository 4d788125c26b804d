package io.hengwei.platform.backup;

import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The log of runs. Whoever takes part in an act writes in its transaction, the loop in transactions of its own.
@Component
class Runs {
    private static final String COLUMNS =
            "id, kind, cause, asked_at, started_at, finished_at, result, reason, proved, file, removed_at";

    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Runs(JdbcClient db, TransactionTemplate transactions, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How much was copied or proved.
    record Amount(long bytes, int tables, long rows, long files, long lost) {}

    UUID ask(Run.Kind kind, Run.Cause cause) {
        var id = Ids.next();
        db.sql("insert into backup.run (id, kind, cause, asked_at, asked_by) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        kind.name(),
                        cause.name(),
                        now(),
                        Scope.current().me().value())
                .update();
        return id;
    }

    Optional<Run> waiting() {
        return system(() -> db.sql(
                        "select " + COLUMNS
                                + " from backup.run where finished_at is null and started_at is null order by asked_at, id limit 1")
                .query(Rows.of(Run.class))
                .optional());
    }

    void begin(Run run) {
        system(() -> db.sql("update backup.run set started_at = ? where id = ?")
                .params(now(), run.id())
                .update());
    }

    void succeeded(Run run, String file, @Nullable UUID proved, Amount amount) {
        system(() -> db.sql("""
                update backup.run set finished_at = ?, result = 'SUCCEEDED', file = ?, proved = ?, bytes = ?, tables = ?, rows = ?, files = ?, lost = ? where id = ?""")
                .params(Arrays.<@Nullable Object>asList(
                        now(),
                        file,
                        proved,
                        amount.bytes(),
                        amount.tables(),
                        amount.rows(),
                        amount.files(),
                        amount.lost(),
                        run.id()))
                .update());
    }

    void failed(Run run, String reason) {
        system(() -> db.sql("update backup.run set finished_at = ?, result = 'FAILED', reason = ? where id = ?")
                .params(now(), reason, run.id())
                .update());
    }

    /// Only for whoever holds the lock: then nobody else is at work, and what looks begun was broken off.
    int closeBrokenOff() {
        return system(() -> db.sql(
                        "update backup.run set finished_at = ?, result = 'FAILED', reason = 'interrupted' where finished_at is null and started_at is not null")
                .param(now())
                .update());
    }

    /// When one was last asked for by the schedule, or since when they are due at all.
    Instant lastScheduled(Run.Kind kind) {
        return system(() -> db.sql(
                        "select coalesce((select max(asked_at) from backup.run where kind = ? and cause = 'SCHEDULED'), (select at from backup.beginning))")
                .param(kind.name())
                .query((row, ignored) -> row.getTimestamp(1).toInstant())
                .single());
    }

    /// Successful backups whose file is still kept, the newest first.
    List<Run> kept() {
        return system(() -> db.sql(
                        "select " + COLUMNS
                                + " from backup.run where kind = 'BACKUP' and result = 'SUCCEEDED' and removed_at is null order by asked_at desc, id desc")
                .query(Rows.of(Run.class))
                .list());
    }

    void removed(Run run) {
        system(() -> db.sql("update backup.run set removed_at = ? where id = ?")
                .params(now(), run.id())
                .update());
    }

    /// The last that came to an end, of each kind.
    Optional<Run> lastFinished(Run.Kind kind) {
        return system(() -> db.sql(
                        "select " + COLUMNS
                                + " from backup.run where kind = ? and finished_at is not null order by finished_at desc limit 1")
                .param(kind.name())
                .query(Rows.of(Run.class))
                .optional());
    }

    Optional<Run> ended(UUID id) {
        return system(() -> db.sql("select " + COLUMNS + " from backup.run where id = ? and finished_at is not null")
                .param(id)
                .query(Rows.of(Run.class))
                .optional());
    }

    Optional<Run> underWay() {
        return system(() -> db.sql("select " + COLUMNS
                        + " from backup.run where finished_at is null order by started_at nulls last, asked_at limit 1")
                .query(Rows.of(Run.class))
                .optional());
    }

    <T> T system(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }

    private Object now() {
        return SqlValues.of(clock.instant());
    }
}
