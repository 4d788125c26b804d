package io.hengwei.platform.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Fills migrated tables from an archive in one transaction: references are taken off before and put on again
/// afterwards, which proves every one of them; triggers are silent, because what they would do stands in the rows
/// already.
final class Loading implements Archive.Taker {
    private static final int BUFFER = 64 * 1024;

    private final Connection connection;
    private final @Nullable StoredFilesTarget target;
    private List<Catalogue.ForeignKey> references = List.of();
    private List<Catalogue.Trigger> triggers = List.of();

    /// Where files go; null where only the rows are wanted.
    record StoredFilesTarget(io.hengwei.platform.document.StoredFiles files, List<Path> written) {}

    Loading(Connection connection, @Nullable StoredFilesTarget target) {
        this.connection = connection;
        this.target = target;
    }

    @Override
    public void begin(Contents contents) throws IOException {
        try {
            var catalogue = new Catalogue(connection, contents.schemas().keySet());
            requireSameTables(contents, catalogue);
            references = catalogue.foreignKeys();
            triggers = catalogue.triggers();
            for (var reference : references) Session.execute(connection, reference.drop());
            for (var trigger : triggers) Session.execute(connection, trigger.disable());
            Session.execute(
                    connection,
                    "truncate "
                            + catalogue.tables().stream()
                                    .map(Contents.Table::sql)
                                    .collect(Collectors.joining(", ")));
            makePartitions(contents, catalogue);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void requireSameTables(Contents contents, Catalogue catalogue) throws SQLException, Unusable {
        var here = catalogue.tables().stream().map(Contents.Table::part).toList();
        var there = contents.tables().stream().map(Contents.Table::part).toList();
        if (!here.equals(there))
            throw new Unusable("备份中的表与本程序迁移出的表不同", "the backup has other tables than this program makes: " + there);
    }

    /// Months that the migrations of today no longer make. Like all partitions they are reached through their parent
    /// only.
    private void makePartitions(Contents contents, Catalogue catalogue) throws SQLException {
        var here = catalogue.partitions().stream()
                .map(partition -> partition.schema() + "." + partition.name())
                .collect(Collectors.toSet());
        for (var partition : contents.partitions()) {
            if (here.contains(partition.schema() + "." + partition.name())) continue;
            var name = Contents.quoted(partition.schema()) + "." + Contents.quoted(partition.name());
            Session.execute(
                    connection,
                    "create table %s partition of %s.%s %s"
                            .formatted(
                                    name,
                                    Contents.quoted(partition.schema()),
                                    Contents.quoted(partition.parent()),
                                    partition.bound()));
            withdraw(name);
        }
    }

    /// From the running role, which was given it as everything that the owner makes.
    private void withdraw(String table) throws SQLException {
        try (var statement = connection.prepareStatement("""
                select distinct quote_ident(r.rolname) from pg_class c, aclexplode(c.relacl) a join pg_roles r on r.oid = a.grantee
                where c.oid = ?::regclass and a.grantee <> c.relowner""")) {
            statement.setString(1, table);
            var others = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) others.add(rows.getString(1));
            }
            for (var role : others) Session.execute(connection, "revoke all on " + table + " from " + role);
        }
    }

    @Override
    public void rows(Contents.Table table, InputStream rows) throws IOException {
        try {
            Session.copy(connection).copyIn(Session.copyIn(table), rows, BUFFER);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void file(String sha256, InputStream content) throws IOException {
        if (target == null) return;
        var path = target.files().path(sha256);
        if (Files.exists(path)) return;
        var draft = Files.createDirectories(target.files().root().resolve("incoming"))
                .resolve(sha256);
        target.written().add(draft);
        Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
        Files.createDirectories(path.getParent());
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        target.written().set(target.written().size() - 1, path);
    }

    /// Puts everything as it was and compares every table with what the archive says it holds.
    void finish(Contents contents, Sums sums) throws IOException, SQLException {
        for (var sequence : contents.sequences()) set(sequence);
        for (var reference : references) Session.execute(connection, reference.add());
        for (var trigger : triggers) Session.execute(connection, trigger.asBefore());
        var different = differences(contents, sums);
        if (!different.isEmpty())
            throw new Unusable("恢复后的数据与备份不同：" + different, "what was restored differs from the backup: " + different);
    }

    private void set(Contents.Sequence sequence) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            statement.setString(1, Contents.quoted(sequence.schema()) + "." + Contents.quoted(sequence.name()));
            statement.setLong(2, sequence.last());
            statement.setBoolean(3, sequence.called());
            statement.executeQuery();
        }
    }

    private List<String> differences(Contents contents, Sums sums) throws SQLException {
        var found = new TreeMap<String, Sums.Rows>();
        for (var table : contents.tables()) {
            var sum = new RowSum();
            var rows = Session.copy(connection).copyOut(Session.copyOut(table));
            for (var row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) sum.add(row, 0, row.length);
            found.put(table.part(), sum.rows());
        }
        return contents.tables().stream()
                .filter(table ->
                        !Objects.equals(found.get(table.part()), sums.tables().get(table.part())))
                .map(Contents.Table::sql)
                .toList();
    }

    static Unusable failed(SQLException e) {
        return new Unusable("数据库未能接收：" + e.getMessage(), "the database did not take it: " + e.getMessage(), e);
    }
}
