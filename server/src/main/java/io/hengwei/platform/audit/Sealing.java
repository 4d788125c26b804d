package io.hengwei.platform.audit;

import io.hengwei.platform.record.feed.LedgerLines;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a stretch of lines becomes a hash (format 1, ADR 0018). A line's digest is SHA-256 over its columns that are not
/// null: the column's number, the length of its text in bytes, the text in UTF-8. A block's hash is SHA-256 over the
/// hash before it, the header and, line by line, place and digest. Every number is written in a fixed width, so no two
/// different stretches have the same bytes.
final class Sealing {
    private final MessageDigest block = sha256();
    private final MessageDigest line = sha256();

    Sealing(int epoch, long number, long first, long last, Instant sealedAt, String previous) {
        block.update(HexFormat.of().parseHex(previous));
        block.update(ByteBuffer.allocate(2 * Integer.BYTES + 4 * Long.BYTES)
                .putInt(Block.FORMAT)
                .putInt(epoch)
                .putLong(number)
                .putLong(first)
                .putLong(last)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt))
                .flip());
    }

    static Sealing of(Block block) {
        return new Sealing(
                block.epoch(), block.number(), block.first(), block.last(), block.sealedAt(), block.previous());
    }

    /// @return the line's mark
    long add(LedgerLines.Line added) {
        var digest = digest(added.values());
        block.update(ByteBuffer.allocate(Long.BYTES).putLong(added.seq()).flip());
        block.update(digest);
        return ByteBuffer.wrap(digest).getLong();
    }

    String hash() {
        return HexFormat.of().formatHex(block.digest());
    }

    private byte[] digest(@Nullable List<@Nullable String> values) {
        for (int i = 0; values != null && i < values.size(); i++) {
            var value = values.get(i);
            if (value == null) continue;
            var text = value.getBytes(StandardCharsets.UTF_8);
            line.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(i + 1)
                    .putInt(text.length)
                    .flip());
            line.update(text);
        }
        return line.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
