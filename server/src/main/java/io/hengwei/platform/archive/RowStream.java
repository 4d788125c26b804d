package io.hengwei.platform.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Sums up the rows that pass: in PostgreSQL's text format a row is a line.
final class RowStream extends FilterInputStream {
    private static final int FIRST = 64 * 1024;

    private final RowSum sum = new RowSum();
    private byte[] begun = new byte[FIRST];
    private int length;

    RowStream(InputStream rows) {
        super(rows);
    }

    Sums.Rows rows() {
        return sum.rows();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int count = super.read(buffer, offset, wanted);
        int start = offset;
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == '\n') {
                row(buffer, start, i + 1 - start);
                start = i + 1;
            }
        }
        if (count > 0) keep(buffer, start, offset + count - start);
        return count;
    }

    private void row(byte[] buffer, int start, int size) {
        if (length == 0) {
            sum.add(buffer, start, size);
        } else {
            keep(buffer, start, size);
            sum.add(begun, 0, length);
            length = 0;
        }
    }

    private void keep(byte[] buffer, int start, int size) {
        if (length + size > begun.length) begun = Arrays.copyOf(begun, Math.max(begun.length * 2, length + size));
        System.arraycopy(buffer, start, begun, length, size);
        length += size;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// What is skipped would not be counted.
    @Override
    public long skip(long n) {
        throw new UnsupportedOperationException();
    }
}
