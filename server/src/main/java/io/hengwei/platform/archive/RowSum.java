package io.hengwei.platform.archive;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Counts rows and adds up their SHA-256, so that two copies of a table can be compared although nobody orders their
/// rows.
final class RowSum {
    private final MessageDigest digest = sha256();
    private final long[] lanes = new long[4];
    private long count;

    void add(byte[] row, int offset, int length) {
        digest.update(row, offset, length);
        var hash = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < lanes.length; i++) lanes[i] += hash.getLong();
        count++;
    }

    Sums.Rows rows() {
        return new Sums.Rows(count, "%016x%016x%016x%016x".formatted(lanes[0], lanes[1], lanes[2], lanes[3]));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
