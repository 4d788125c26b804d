package io.hengwei.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first thing in the ledger that is not as it was sealed.
///
/// @param block in which it is; null behind the last block
/// @param seq the place of the line; null when a whole block or an anchor is meant
/// @param detail the id of the line, or the day of the anchor
record Fault(
        Kind kind,
        @Nullable Long block,
        @Nullable Long seq,
        @Nullable String detail) {
    enum Kind {
        LINE_CHANGED("行被改动", "line changed"),
        LINE_MISSING("行缺失", "line missing"),
        LINE_ADDED("多出一行", "line added"),
        LINES_REORDERED("行序被调换", "lines re-ordered"),
        LINE_PAST_THE_FEED("有一行绕过了序列", "line written past the feed"),
        BLOCK_CHANGED("区块被改动", "block changed"),
        BLOCK_MISSING("区块缺失", "block missing"),
        CUT_OFF("末尾被截断", "end cut off"),
        ANCHOR_DIFFERS("与锚点不符", "does not match the anchor");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }
    }

    static Fault line(Kind kind, @Nullable Long block, long seq, @Nullable UUID id) {
        return new Fault(kind, block, seq, id == null ? null : id.toString());
    }

    static Fault block(Kind kind, long block) {
        return new Fault(kind, block, null, null);
    }

    static Fault anchor(Kind kind, Anchor anchor) {
        return new Fault(kind, anchor.block(), null, anchor.day().toString());
    }

    /// In both languages, for the command of the jar.
    String told() {
        var chinese = new StringBuilder(kind.chinese);
        var english = new StringBuilder(kind.english);
        if (block != null) {
            chinese.append("，区块 ").append(block);
            english.append(", block ").append(block);
        }
        if (seq != null) {
            chinese.append("，第 ").append(seq).append(" 行");
            english.append(", line ").append(seq);
        }
        if (detail != null) english.append(" (").append(detail).append(")");
        return chinese + " / " + english;
    }
}
