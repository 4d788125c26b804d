package io.hengwei.platform.record.feed;

import io.hengwei.platform.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives committed journal lines their place in the feed. Its instants are the database's own: they date the sealing,
/// not what was done. Only lines behind the xmin horizon are taken: no transaction that could still commit an earlier
/// line is left, so the feed has no gap and a place once given never moves. One node seals at a time (advisory lock); a
/// database restored elsewhere begins a new epoch, in which lines without a place are taken whatever their transaction
/// number.
@Component
class Sealer {
    static final int BATCH = 5_000;
    private static final long LOCK = 0x48454E47L;

    private final JdbcClient db;
    private final TransactionTemplate transactions;

    Sealer(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    private record State(String low, long lastSeq, String cluster) {}

    /// @return how many lines got their place
    int seal() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            if (!db.sql("select pg_try_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query(Boolean.class)
                    .single()) return 0;
            var state = state();
            return state.cluster().equals(cluster()) ? position(state) : newEpoch(state);
        }));
    }

    private State state() {
        return db.sql("select low::text, last_seq, cluster from record.sealer")
                .query(State.class)
                .optional()
                .orElseGet(() -> {
                    db.sql(
                                    "insert into record.sealer (low, last_seq, epoch, cluster) values ('3', 0, 1, ?) on conflict do nothing")
                            .param(cluster())
                            .update();
                    return new State("3", 0, cluster());
                });
    }

    /// Which database cluster and which of its histories this is: both change with a restore.
    private String cluster() {
        return db.sql(
                        "select system_identifier || '/' || (select timeline_id from pg_control_checkpoint()) from pg_control_system()")
                .query(String.class)
                .single();
    }

    private int position(State state) {
        var horizon = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        var count = insert(
                state.lastSeq(),
                "j.xid >= cast(:low as xid8) and j.xid < cast(:horizon as xid8)",
                state.low(),
                horizon);
        if (count == 0 && horizon.equals(state.low())) return 0;
        var low = count < BATCH ? horizon : state.low();
        db.sql("update record.sealer set low = cast(? as xid8), last_seq = last_seq + ?, sealed_at = now()")
                .param(low)
                .param(count)
                .update();
        return count;
    }

    private int newEpoch(State state) {
        var horizon = db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
        var count = insert(
                state.lastSeq(),
                "cast(:low as text) is not null and cast(:horizon as text) is not null",
                state.low(),
                horizon);
        var done = count < BATCH;
        db.sql(
                        "update record.sealer set last_seq = last_seq + :count, sealed_at = now(), epoch = epoch + :step, low = cast(:low as xid8), cluster = :cluster")
                .param("count", count)
                .param("step", done ? 1 : 0)
                .param("low", done ? horizon : state.low())
                .param("cluster", done ? cluster() : state.cluster())
                .update();
        return count;
    }

    private int insert(long lastSeq, String condition, String low, String horizon) {
        return db.sql("""
            insert into record.journal_position (seq, line, recorded_at)
            select :last + row_number() over (order by j.xid, j.version, j.id), j.id, j.recorded_at
            from record.journal j
            where %s and not exists (select 1 from record.journal_position p where p.line = j.id)
            order by j.xid, j.version, j.id limit %d""".formatted(condition, BATCH))
                .param("last", lastSeq)
                .param("low", low)
                .param("horizon", horizon)
                .update();
    }
}
