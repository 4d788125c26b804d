package io.hengwei.platform.archive;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.Migrations;
import io.hengwei.platform.document.StoredFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes an archive: every row that one moment shows, and the files those rows speak of. Nobody is kept waiting
/// meanwhile.
///
/// @param files where attachments lie; a file is there before any row speaks of it and stays as long as the row
public record Archiving(DatabaseAccess access, StoredFiles files, MasterKeys masterKeys) {
    private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);
    private static final int BUFFER = 1 << 20;

    /// @param lost files that rows speak of and that are not in the store any more
    public record Made(long bytes, int tables, long rows, long files, long lost) {}

    /// Under its name the archive appears whole or not at all; readable by its owner alone.
    public Made into(Path file, Passphrase passphrase) throws IOException {
        var target = file.toAbsolutePath();
        if (Files.exists(target)) throw new Unusable("文件已存在：" + file, "there is already a file " + file);
        var draft = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            var sums = write(draft, passphrase);
            try (var written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return new Made(Files.size(target), sums.tables().size(), sums.rows(), sums.files(), sums.lost());
        } catch (SQLException e) {
            throw new Unusable("数据库读取失败：" + e.getMessage(), "the database cannot be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Sums write(Path draft, Passphrase passphrase) throws IOException, SQLException {
        try (var connection = Session.open(access);
                var zip = new ZipOutputStream(
                        Seal.sealing(new BufferedOutputStream(Files.newOutputStream(draft), BUFFER), passphrase))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var contents = contents(connection);
            part(zip, Archive.CONTENTS, Archive.JSON.writeValueAsBytes(contents));
            var tables = new TreeMap<String, Sums.Rows>();
            for (var table : contents.tables()) tables.put(table.part(), rows(connection, table, zip));
            var sums = files(connection, tables, zip);
            part(zip, Archive.SUMS, Archive.JSON.writeValueAsBytes(sums));
            return sums;
        }
    }

    /// Begins the snapshot, and keeps migrations out of it.
    private Contents contents(Connection connection) throws SQLException, IOException {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var schemas = Migrations.versions(connection);
        if (!schemas.equals(Migrations.known()))
            throw new Unusable(
                    "数据库的版本与本程序不符：请用最近运行的版本备份，或先启动一次本版本",
                    "the database is not of this version: back up with the version that ran last, or start this one once");
        var catalogue = new Catalogue(connection, schemas.keySet());
        var tables = catalogue.tables();
        Session.execute(
                connection,
                "lock table " + tables.stream().map(Contents.Table::sql).collect(Collectors.joining(", "))
                        + " in access share mode");
        return new Contents(
                Contents.FORMAT,
                String.valueOf(Archiving.class.getPackage().getImplementationVersion()),
                connection.getMetaData().getDatabaseProductVersion(),
                instant(connection),
                schemas,
                tables,
                catalogue.partitions(),
                catalogue.sequences(),
                masterKeys.numbers());
    }

    /// The moment whose rows the snapshot shows.
    private static Instant instant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select now()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static Sums.Rows rows(Connection connection, Contents.Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.part()));
        var sum = new RowSum();
        var rows = Session.copy(connection).copyOut(Session.copyOut(table));
        for (var row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
            zip.write(row);
            sum.add(row, 0, row.length);
        }
        zip.closeEntry();
        return sum.rows();
    }

    private Sums files(Connection connection, TreeMap<String, Sums.Rows> tables, ZipOutputStream zip)
            throws SQLException, IOException {
        long count = 0;
        long bytes = 0;
        long lost = 0;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            var hashes = statement.executeQuery("select sha256 from document.file_card");
            while (hashes.next()) {
                var size = file(hashes.getString(1), zip);
                if (size < 0) lost++;
                else count++;
                bytes += Math.max(0, size);
            }
        }
        return new Sums(tables, count, bytes, lost);
    }

    private long file(String sha256, ZipOutputStream zip) throws IOException {
        try (var content = Files.newInputStream(files.path(sha256))) {
            zip.putNextEntry(new ZipEntry(Archive.FILES + sha256));
            var size = content.transferTo((OutputStream) zip);
            zip.closeEntry();
            return size;
        } catch (NoSuchFileException e) {
            LOG.error("A file that is spoken of is not in the store: {}", files.path(sha256));
            return -1;
        }
    }

    private static void part(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
