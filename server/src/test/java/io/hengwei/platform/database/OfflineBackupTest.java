package io.hengwei.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfEnvironmentVariable(named = "DATABASE_URL", matches = ".+", disabledReason = "this run uses another server")
class OfflineBackupTest {
    @TempDir
    Path folder;

    Path data;
    Path file;

    @BeforeEach
    void prepare() throws IOException {
        data = folder.resolve("data");
        file = folder.resolve("hengwei.backup");
        borrowBinaries(data);
    }

    @Test
    void whatWasBackedUpIsThereAgainAndWhatWasReplacedIsKept() throws Exception {
        write("create table kept as select i, repeat('恒维', 100) as name from generate_series(1, 2000) i");
        Files.writeString(Files.createDirectories(data.resolve("documents/ab")).resolve("cd"), "scan");
        assertThat(new OfflineBackup(data).backup(file)).isGreaterThan(500);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        write("drop table kept");

        var replaced = new OfflineBackup(data).restore(file);

        assertThat(read("select count(*) || max(name) from kept")).isEqualTo("2000" + "恒维".repeat(100));
        assertThat(data.resolve("documents/ab/cd")).hasContent("scan");
        assertThat(replaced.resolve("pgdata/PG_VERSION")).exists();
    }

    @Test
    void anArchiveGoesIntoAnEmptyFolderOfAnotherMachine() throws Exception {
        write("create table kept as select 1 as one");
        new OfflineBackup(data).backup(file);
        data = folder.resolve("elsewhere");
        new OfflineBackup(data).restore(file);
        borrowBinaries(data);
        assertThat(read("select one from kept")).isEqualTo("1");
    }

    @Test
    void aDamagedArchiveChangesNothing() throws Exception {
        write("create table kept as select 1 as one");
        new OfflineBackup(data).backup(file);
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            int old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 0x10);
        }
        assertThatThrownBy(() -> new OfflineBackup(data).restore(file)).isInstanceOf(IOException.class);
        assertThat(read("select one from kept")).isEqualTo("1");
    }

    @Test
    void aDamagedPageIsFoundBeforeItIsBackedUp() throws Exception {
        write("create table kept as select i from generate_series(1, 5000) i");
        var page = data.resolve("pgdata").resolve(read("select pg_relation_filepath('kept')"));
        try (var bytes = new RandomAccessFile(page.toFile(), "rw")) {
            bytes.seek(8192 + 4000);
            bytes.write(0x5a);
        }
        assertThatThrownBy(() -> new OfflineBackup(data).backup(file)).hasMessageContaining("Page 1 of");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFolderInUseIsLeftAlone() throws Exception {
        try (var ignored = LocalPostgres.start(data, Map.of())) {
            assertThat(Maintenance.run(new String[] {"backup", file.toString()}, Map.of("DATA", data.toString())))
                    .hasValueSatisfying(code -> assertThat(code).isOne());
        }
        assertThat(file).doesNotExist();
    }

    private void write(String sql) throws Exception {
        try (var postgres = LocalPostgres.start(data, Map.of())) {
            var access = postgres.administration("postgres");
            try (var connection = access.connect(access.owner())) {
                connection.createStatement().execute(sql);
            }
        }
    }

    private String read(String query) throws Exception {
        try (var postgres = LocalPostgres.start(data, Map.of())) {
            var access = postgres.administration("postgres");
            try (var connection = access.connect(access.owner());
                    var row = connection.createStatement().executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void borrowBinaries(Path data) throws IOException {
        var binaries = PostgresBinaries.unpackInto(Files.createDirectories(Path.of("target", "postgres")))
                .home();
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve(binaries.getFileName()), binaries.toAbsolutePath());
    }
}
