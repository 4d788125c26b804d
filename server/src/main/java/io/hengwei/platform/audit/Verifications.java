package io.hengwei.platform.audit;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Loop;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Verifications asked for by the page: one at a time, in the background, a few blocks to a transaction. Where one
/// stands is a row, so a node that dies leaves it to another; how it ended is in the journal.
@Service
class Verifications implements Loop.Work {
    static final int STRIDE = 20;

    record VerifyLedger(long blocks) implements Operation {}

    record LedgerVerified(long blocks, @Nullable Fault fault) implements Unheld {}

    private record Run(UUID id, UserId askedBy, long block) {}

    private final Operations operations;
    private final JdbcClient db;
    private final TransactionTemplate transactions;
    private final Bell verificationBell;
    private final Clock clock;

    Verifications(
            Operations operations,
            JdbcClient db,
            TransactionTemplate transactions,
            Bell verificationBell,
            Clock clock) {
        this.operations = operations;
        this.db = db;
        this.transactions = transactions;
        this.verificationBell = verificationBell;
        this.clock = clock;
    }

    UUID ask() {
        return ask(new Verification(db).blocks());
    }

    /// @param blocks how many there were when somebody wanted it; it goes through all there are
    UUID ask(long blocks) {
        var id = Ids.next();
        try {
            return operations.administer(
                    Act.makingForEverybody(AuditConfiguration.VERIFY, "LEDGER", id, new VerifyLedger(blocks)),
                    UUID.class,
                    () -> insert(id, blocks));
        } catch (DuplicateKeyException e) {
            throw new Refused("verification-under-way");
        }
    }

    private UUID insert(UUID id, long blocks) {
        db.sql("insert into audit.verification (id, asked_by, asked_at, blocks, moved_at) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(Scope.current().me().value())
                .param(SqlValues.of(clock.instant()))
                .param(blocks)
                .param(SqlValues.of(clock.instant()))
                .update();
        verificationBell.ringAfterCommit();
        return id;
    }

    @Override
    public boolean round() {
        return Scope.asSystem(() -> transactions.execute(ignored -> {
            List<Run> runs = db.sql(
                            "select id, asked_by, block from audit.verification where ended_at is null for update skip locked")
                    .query(Rows.of(Run.class))
                    .list();
            runs.forEach(this::goOn);
            return !runs.isEmpty();
        }));
    }

    private void goOn(Run run) {
        var verification = new Verification(db);
        var step = verification.step(verification.after(run.block()), STRIDE);
        var fault = step.fault();
        if (fault == null && !step.more()) fault = verification.end(step.standing());
        if (fault == null && !step.more()) fault = verification.anchors(List.of());
        move(run, step.standing().block(), fault == null && step.more(), fault);
        if (fault == null && step.more()) return;
        var told = act(run.id(), new LedgerVerified(step.standing().block(), fault));
        Scope.as(Scope.trusting(run.askedBy()), () -> operations.administer(told, Boolean.class, () -> true));
    }

    private void move(Run run, long block, boolean more, @Nullable Fault fault) {
        var now = SqlValues.of(clock.instant());
        db.sql("""
            update audit.verification set block = :block, blocks = greatest(blocks, :block), moved_at = :now, ended_at = cast(:ended as timestamptz),
                fault = :fault, fault_block = :faultBlock, fault_seq = :faultSeq, fault_detail = :detail where id = :id""")
                .param("block", block)
                .param("now", now)
                .param("ended", more ? null : now)
                .param("fault", fault == null ? null : fault.kind().name())
                .param("faultBlock", fault == null ? null : fault.block())
                .param("faultSeq", fault == null ? null : fault.seq())
                .param("detail", fault == null ? null : fault.detail())
                .param("id", run.id())
                .update();
    }

    private static Act act(UUID run, Operation operation) {
        return Act.ofEverybody(AuditConfiguration.VERIFY, "LEDGER", run, operation);
    }
}
