package io.hengwei.platform.audit;

import io.hengwei.platform.record.feed.LedgerLines;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Recomputes the chain block by block; one block's lines are all it holds. Works on any connection that sees the whole
/// journal: within the program in short transactions, and on the database of a stopped one.
record Verification(JdbcClient db, LedgerLines lines) {
    Verification(JdbcClient db) {
        this(db, new LedgerLines(db));
    }

    /// How far the chain has proved whole.
    record Standing(long block, long seq, String hash) {
        static final Standing BEGIN = new Standing(0, 0, Block.GENESIS);
    }

    /// @param fault the first one, which ends the verification
    /// @param more whether there may be further blocks
    record Step(Standing standing, @Nullable Fault fault, boolean more) {}

    private record Found(long[] marks, UUID[] ids, boolean[] there) {}

    long blocks() {
        return db.sql("select coalesce(max(number), 0) from audit.block")
                .query(Long.class)
                .single();
    }

    /// Where a verification that was interrupted stood.
    Standing after(long block) {
        return db.sql("select number, last_seq, hash from audit.block where number = ?")
                .param(block)
                .query((row, ignored) -> new Standing(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional()
                .orElse(Standing.BEGIN);
    }

    /// The next few blocks.
    Step step(Standing from, int blocks) {
        var standing = from;
        var next = db.sql("select " + Block.COLUMNS + " from audit.block where number > ? order by number limit ?")
                .param(from.block())
                .param(blocks)
                .query(Block::of)
                .list();
        for (var block : next) {
            var fault = judge(block, standing);
            if (fault != null) return new Step(standing, fault, false);
            standing = new Standing(block.number(), block.last(), block.hash());
        }
        return new Step(standing, null, next.size() == blocks);
    }

    private @Nullable Fault judge(Block block, Standing standing) {
        if (block.number() != standing.block() + 1) return Fault.block(Fault.Kind.BLOCK_MISSING, standing.block() + 1);
        if (!block.isWhole()
                || block.first() != standing.seq() + 1
                || !block.previous().equals(standing.hash()))
            return Fault.block(Fault.Kind.BLOCK_CHANGED, block.number());
        var sealing = Sealing.of(block);
        var size = (int) block.lines();
        var found = new Found(new long[size], new UUID[size], new boolean[size]);
        lines.read(block.first() - 1, block.last(), line -> {
            var place = (int) (line.seq() - block.first());
            found.ids[place] = line.id();
            found.there[place] = line.values() != null;
            found.marks[place] = sealing.add(line);
        });
        return sealing.hash().equals(block.hash()) ? null : locate(block, found);
    }

    /// Which line it is: the first whose mark is not the sealed one, and by what is around it, what was done to it.
    private static Fault locate(Block block, Found found) {
        var sealed =
                LongStream.range(0, block.lines()).map(i -> block.mark((int) i)).toArray();
        for (int i = 0; i < sealed.length; i++) {
            if (found.there[i] && found.marks[i] == sealed[i]) continue;
            return Fault.line(kind(sealed, found, i), block.number(), block.first() + i, found.ids[i]);
        }
        return Fault.block(Fault.Kind.BLOCK_CHANGED, block.number());
    }

    private static Fault.Kind kind(long[] sealed, Found found, int at) {
        if (!found.there[at]) return Fault.Kind.LINE_MISSING;
        var known = contains(sealed, found.marks[at]);
        var moved = contains(found.marks, sealed[at]);
        if (known && moved) return Fault.Kind.LINES_REORDERED;
        if (known) return Fault.Kind.LINE_MISSING;
        return moved ? Fault.Kind.LINE_ADDED : Fault.Kind.LINE_CHANGED;
    }

    private static boolean contains(long[] marks, long mark) {
        return LongStream.of(marks).anyMatch(m -> m == mark);
    }

    /// What no block holds yet: every place up to the head has its line, and no line went past the feed.
    @Nullable
    Fault end(Standing standing) {
        var head = lines.head().seq();
        if (head < standing.seq()) return Fault.line(Fault.Kind.CUT_OFF, null, head + 1, null);
        for (long from = standing.seq(); from < head; from += Block.LONGEST) {
            var fault = gap(from, Math.min(head, from + Block.LONGEST));
            if (fault != null) return fault;
        }
        return lines.stray()
                .map(id -> new Fault(Fault.Kind.LINE_PAST_THE_FEED, null, null, id.toString()))
                .orElse(null);
    }

    private @Nullable Fault gap(long from, long upTo) {
        var present = new ArrayList<Long>();
        lines.read(from, upTo, line -> {
            if (line.values() != null) present.add(line.seq());
        });
        for (long seq = from + 1; seq <= upTo; seq++) {
            var place = (int) (seq - from - 1);
            if (place >= present.size() || present.get(place) != seq)
                return Fault.line(Fault.Kind.LINE_MISSING, null, seq, null);
        }
        return null;
    }

    /// Those taken out of the house, and those still in it.
    @Nullable
    Fault anchors(List<Anchor> exported) {
        var all = new ArrayList<>(exported);
        all.addAll(Anchor.all(db));
        return all.stream()
                .map(this::compare)
                .filter(f -> f != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Fault compare(Anchor anchor) {
        var block = after(anchor.block());
        if (block.block() == 0 && anchor.block() != 0) return Fault.anchor(Fault.Kind.CUT_OFF, anchor);
        return block.hash().equals(anchor.hash()) && block.seq() == anchor.lines()
                ? null
                : Fault.anchor(Fault.Kind.ANCHOR_DIFFERS, anchor);
    }
}
