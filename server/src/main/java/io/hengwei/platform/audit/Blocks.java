package io.hengwei.platform.audit;

import io.hengwei.platform.record.feed.LedgerLines;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Closes blocks: one node at a time (advisory lock), at most so many lines in one transaction. No writer waits for it:
/// it reads what has its place already. Instants are the database's own, as those of the feed.
@Component
class Blocks {
    private static final long LOCK = 0x4C454447L;

    private final LedgerLines lines;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    Blocks(JdbcClient db, TransactionTemplate transactions) {
        this.db = db;
        this.transactions = transactions;
        lines = new LedgerLines(db);
    }

    /// @param interval how long lines may wait for their block, unless there are enough for a full one
    /// @return whether a full block was closed, so that there may be more to seal at once
    boolean close(Duration interval) {
        return Scope.asSystem(() -> transactions.execute(ignored -> locked() && closeNext(interval)));
    }

    Optional<Block> last() {
        return db.sql("select " + Block.COLUMNS + " from audit.block order by number desc limit 1")
                .query(Block::of)
                .optional();
    }

    private boolean locked() {
        return db.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean closeNext(Duration interval) {
        var before = last();
        long sealed = before.map(Block::last).orElse(0L);
        var head = lines.head();
        var waiting = head.seq() - sealed;
        var now = databaseNow();
        var due = before.map(b -> !now.isBefore(b.sealedAt().plus(interval))).orElse(true);
        if (waiting <= 0 || !due && waiting < Block.LONGEST) return false;
        insert(sealed(before, head, Math.min(head.seq(), sealed + Block.LONGEST), now));
        return waiting >= Block.LONGEST;
    }

    private Block sealed(Optional<Block> before, LedgerLines.Head head, long last, Instant now) {
        var number = before.map(Block::number).orElse(0L) + 1;
        var first = before.map(Block::last).orElse(0L) + 1;
        var previous = before.map(Block::hash).orElse(Block.GENESIS);
        var sealing = new Sealing(head.epoch(), number, first, last, now, previous);
        var marks = ByteBuffer.allocate((int) (last - first + 1) * Long.BYTES);
        lines.read(first - 1, last, line -> marks.putLong(sealing.add(present(line))));
        if (marks.hasRemaining())
            throw new IllegalStateException("The feed has a gap between " + first + " and " + last);
        return new Block(number, Block.FORMAT, head.epoch(), first, last, now, previous, sealing.hash(), marks.array());
    }

    private static LedgerLines.Line present(LedgerLines.Line line) {
        if (line.values() == null)
            throw new IllegalStateException("The journal lacks line " + line.seq() + " of the feed");
        return line;
    }

    private Instant databaseNow() {
        return db.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    private void insert(Block block) {
        db.sql("""
            insert into audit.block (number, format, epoch, first_seq, last_seq, sealed_at, previous, hash, marks) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(block.number())
                .param(block.format())
                .param(block.epoch())
                .param(block.first())
                .param(block.last())
                .param(SqlValues.of(block.sealedAt()))
                .param(block.previous())
                .param(block.hash())
                .param(block.marks())
                .update();
    }
}
