package io.hengwei.platform.archive;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.Migrations;
import io.hengwei.platform.document.StoredFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings an archive into an empty database: migrates to the versions of the archive, loads, compares, migrates on to
/// the program's. What fails leaves the database as empty and the store of files as it was.
public final class Restoring {
    private final Archive archive;
    private final Archive.Read checked;

    private Restoring(Archive archive, Archive.Read checked) {
        this.archive = archive;
        this.checked = checked;
    }

    /// What came back.
    public record Restored(Contents contents, int tables, long rows, long files, long lost) {}

    /// Reads the whole archive once before anything is touched.
    public static Restoring of(Path file, Passphrase passphrase) throws IOException {
        if (!Files.isRegularFile(file)) throw new Unusable("没有这个文件：" + file, "there is no such file: " + file);
        var archive = new Archive(file, passphrase);
        var checked = archive.check();
        requireKnown(checked.contents().schemas());
        return new Restoring(archive, checked);
    }

    Contents contents() {
        return checked.contents();
    }

    private static void requireKnown(Map<String, String> schemas) throws Unusable {
        var known = Migrations.known();
        for (var schema : schemas.entrySet()) {
            var version = known.get(schema.getKey());
            if (version == null || Integer.parseInt(version) < Integer.parseInt(schema.getValue()))
                throw new Unusable(
                        "备份由更新的版本写成（" + contentsOf(schema) + "），请用那个版本恢复",
                        "a newer version made this backup (" + contentsOf(schema) + "): restore it with that version");
        }
    }

    private static String contentsOf(Map.Entry<String, String> schema) {
        return schema.getKey() + " " + schema.getValue();
    }

    /// @param files where attachments go; null to prove the archive without keeping them
    public Restored into(DatabaseAccess access, @Nullable StoredFiles files) throws IOException {
        requireEmpty(access);
        var written = new ArrayList<Path>();
        try {
            Migrations.run(access, contents().schemas());
            load(access, files == null ? null : new Loading.StoredFilesTarget(files, written));
            Migrations.run(access);
        } catch (IOException | RuntimeException | SQLException e) {
            for (var file : written) Files.deleteIfExists(file);
            emptyAgain(access, e);
            if (e instanceof SQLException refused) throw Loading.failed(refused);
            if (e instanceof IOException stopped) throw stopped;
            throw (RuntimeException) e;
        }
        var sums = checked.sums();
        return new Restored(contents(), sums.tables().size(), sums.rows(), sums.files(), sums.lost());
    }

    private void load(DatabaseAccess access, Loading.@Nullable StoredFilesTarget target)
            throws IOException, SQLException {
        try (var connection = Session.open(access)) {
            var loading = new Loading(connection, target);
            var read = archive.read(loading);
            loading.finish(read.contents(), read.sums());
            connection.commit();
            connection.setAutoCommit(true);
            Session.execute(connection, "analyze");
        }
    }

    private static void requireEmpty(DatabaseAccess access) throws IOException {
        try (var connection = Session.open(access);
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select format('%s.%s', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' limit 1""")) {
            if (row.next())
                throw new Unusable(
                        "目标数据库不是空的（" + row.getString(1) + "），未作任何改动",
                        "the target database is not empty (" + row.getString(1) + "); nothing was changed");
        } catch (SQLException e) {
            throw new Unusable("无法连接目标数据库：" + e.getMessage(), "the target cannot be reached: " + e.getMessage(), e);
        }
    }

    private static void emptyAgain(DatabaseAccess access, Exception cause) {
        try (var connection = Session.open(access)) {
            for (var schema : Migrations.known().keySet())
                Session.execute(connection, "drop schema if exists " + Contents.quoted(schema) + " cascade");
            connection.commit();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
