package io.hengwei.platform.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a sealed archive from its beginning to its end: contents, rows, files, sums. Whoever has read it to the end
/// knows that it is whole.
record Archive(Path file, Passphrase passphrase) {
    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String CONTENTS = "contents.json";
    static final String SUMS = "sums.json";
    static final String FILES = "files/";
    private static final int BUFFER = 1 << 20;

    /// Takes what is read; whoever does not read a stream to its end leaves the rest to the archive.
    interface Taker {
        default void begin(Contents contents) throws IOException {}

        default void rows(Contents.Table table, InputStream rows) throws IOException {}

        default void file(String sha256, InputStream content) throws IOException {}
    }

    record Read(Contents contents, Sums sums) {}

    /// Reads everything and believes nothing: the first thing done with any archive.
    Read check() throws IOException {
        try {
            return read(new Taker() {});
        } catch (Unusable e) {
            throw e;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    Read read(Taker taker) throws IOException {
        try (var sealed = Seal.opening(new BufferedInputStream(Files.newInputStream(file), BUFFER), passphrase);
                var zip = new ZipInputStream(sealed)) {
            var contents = contents(zip);
            taker.begin(contents);
            var tables = new TreeMap<String, Sums.Rows>();
            long files = 0;
            long bytes = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (name.equals(SUMS)) {
                    var sums = JSON.readValue(zip.readAllBytes(), Sums.class);
                    if (!tables.equals(sums.tables()) || files != sums.files() || bytes != sums.fileBytes())
                        throw damaged(null);
                    if (zip.getNextEntry() != null) throw damaged(null);
                    sealed.transferTo(
                            OutputStream.nullOutputStream()); // the seal tells the end of a file from a cut one
                    return new Read(contents, sums);
                }
                if (name.startsWith(FILES)) {
                    bytes += takeFile(name.substring(FILES.length()), zip, taker);
                    files++;
                } else {
                    tables.put(name, takeRows(contents, name, zip, taker));
                }
            }
            throw damaged(null);
        } catch (JacksonException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static Contents contents(ZipInputStream zip) throws IOException {
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(CONTENTS)) throw damaged(null);
        var contents = JSON.readValue(zip.readAllBytes(), Contents.class);
        if (contents.format() != Contents.FORMAT)
            throw new Unusable("此备份的格式由更新的版本写成", "a newer version of Hengwei made this backup");
        return contents;
    }

    private static Sums.Rows takeRows(Contents contents, String part, ZipInputStream zip, Taker taker)
            throws IOException {
        var table = contents.tables().stream()
                .filter(each -> each.part().equals(part))
                .findFirst()
                .orElseThrow(() -> damaged(null));
        var rows = new RowStream(new Unclosed(zip));
        taker.rows(table, rows);
        rows.transferTo(OutputStream.nullOutputStream());
        return rows.rows();
    }

    private static long takeFile(String sha256, ZipInputStream zip, Taker taker) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}")) throw damaged(null);
        var counted = new Counted(zip);
        var digested = new DigestInputStream(counted, RowSum.sha256());
        taker.file(sha256, digested);
        digested.transferTo(OutputStream.nullOutputStream());
        if (!HexFormat.of().formatHex(digested.getMessageDigest().digest()).equals(sha256)) throw damaged(null);
        return counted.bytes;
    }

    static Unusable damaged(@Nullable Throwable cause) {
        var chinese = "备份文件已损坏或不完整";
        var english = "the backup is damaged or incomplete";
        return cause == null ? new Unusable(chinese, english) : new Unusable(chinese, english, cause);
    }

    /// A part of the archive ends, the archive goes on.
    private static class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // whoever opened it closes it
        }
    }

    private static final class Counted extends Unclosed {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) bytes++;
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int count = super.read(buffer, offset, wanted);
            if (count > 0) bytes += count;
            return count;
        }
    }
}
