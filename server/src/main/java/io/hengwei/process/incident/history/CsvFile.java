package io.hengwei.process.incident.history;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// A log's file, row by row: plain or packed by gzip, with or without a byte order mark, however its lines end. Nothing
/// of it is held.
final class CsvFile implements AutoCloseable {
    /// A cell longer than this is a quote that somebody forgot to close.
    private static final int LONGEST_ROW = 1 << 20;

    private final Counting bytes;
    private final long size;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;

    CsvFile(Path file, Mapping mapping) throws IOException {
        size = Files.size(file);
        bytes = new Counting(Files.newInputStream(file));
        reader = CsvReader.builder()
                .fieldSeparator(mapping.delimiter())
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .maxBufferSize(LONGEST_ROW)
                .ofCsvRecord(text(unpacked(bytes), mapping));
        rows = reader.iterator();
        header = rows.hasNext()
                ? rows.next().getFields().stream().map(String::strip).toList()
                : List.of();
    }

    /// Names of the columns; empty when the file is.
    List<String> header() {
        return header;
    }

    boolean hasNext() {
        return rows.hasNext();
    }

    CsvRecord next() {
        return rows.next();
    }

    /// How much of the file has been read, from 0 to 1.
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) bytes.count / size);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Whether something in it could not be read in the encoding that the mapping names.
    static boolean isGarbled(String text) {
        return text.indexOf('\uFFFD') >= 0;
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        var buffered = new BufferedInputStream(raw, 1 << 16);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }

    private static Reader text(InputStream bytes, Mapping mapping) throws IOException {
        var text = new BufferedReader(new InputStreamReader(bytes, mapping.encoding()), 1 << 16);
        text.mark(1);
        if (text.read() != '\uFEFF') text.reset();
        return text;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var value = super.read();
            if (value >= 0) count++;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            if (read > 0) count += read;
            return read;
        }
    }
}
