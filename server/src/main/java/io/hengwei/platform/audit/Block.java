package io.hengwei.platform.audit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// A sealed stretch of the feed.
///
/// @param format how lines and header become bytes
/// @param epoch of the feed when the block was closed: a restored database goes on in the next one
/// @param previous hash of the block before it
/// @param marks the first eight bytes of every line's digest: they say which line it is that no longer fits the hash
record Block(
        long number,
        int format,
        int epoch,
        long first,
        long last,
        Instant sealedAt,
        String previous,
        String hash,
        byte[] marks) {
    static final int FORMAT = 1;
    static final String GENESIS = "0".repeat(64);

    /// So many lines at most: what a verification holds in memory.
    static final int LONGEST = 5_000;

    static final String COLUMNS = "number, format, epoch, first_seq, last_seq, sealed_at, previous, hash, marks";

    static Block of(ResultSet row, int ignored) throws SQLException {
        return new Block(
                row.getLong("number"),
                row.getInt("format"),
                row.getInt("epoch"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("previous"),
                row.getString("hash"),
                row.getBytes("marks"));
    }

    long lines() {
        return last - first + 1;
    }

    /// Whether the row could have been written by the sealer at all.
    boolean isWhole() {
        return format == FORMAT && lines() > 0 && lines() <= LONGEST && marks.length == lines() * Long.BYTES;
    }

    long mark(int line) {
        return ByteBuffer.wrap(marks).getLong(line * Long.BYTES);
    }
}
