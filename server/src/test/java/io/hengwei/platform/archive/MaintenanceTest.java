package io.hengwei.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.database.EmbeddedDatabase;
import io.hengwei.platform.database.LocalPostgres;
import io.hengwei.platform.database.Migrations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// `backup FILE` and `restore FILE` on a data folder of their own: running and stopped.
@DisabledIfEnvironmentVariable(named = "DATABASE_URL", matches = ".+", disabledReason = "this run uses another server")
class MaintenanceTest {
    private static final Map<String, String> FAST = Map.of("fsync", "off", "shared_buffers", "64MB");

    @TempDir
    Path folder;

    Path data;
    Path file;

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        file = folder.resolve("hengwei.backup");
        LocalPostgres.borrowBinaries(Path.of("target", "postgres"), data);
    }

    @Test
    void itIsBackedUpWhileItRunsAndComesBackWhenItIsStopped() throws Exception {
        try (var postgres = LocalPostgres.start(data, FAST)) {
            var access = EmbeddedDatabase.in(postgres);
            Migrations.run(access);
            execute(
                    access,
                    "insert into calendar.calendar values ('KEPT', 1, '保留', 'Asia/Shanghai', '{}', 1, 's', false, now(), now(), null, null, '{}', null)");
            assertThat(run("backup")).contains("Backed up to").contains("A backup key was made");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("KEPT");
            execute(access, "delete from calendar.calendar where id = 'KEPT'");
            assertThat(run("restore")).contains("still running");
        }
        Files.writeString(data.resolve("secrets/master-key.json"), "{\"key\":[{\"keyId\":7}]}");

        assertThat(run("restore")).contains("Restored as of").doesNotContain("master key of this backup");

        assertThat(data.resolve("replaced/pgdata/PG_VERSION")).exists();
        assertThat(data.resolve("secrets/master-key.json")).exists();
        assertThat(data.resolve("secrets/backup-key")).exists();
        assertThat(data.resolve(".restoring")).doesNotExist();
        assertThat(kept()).isEqualTo("保留");
        Files.delete(file);
        assertThat(run("backup")).contains("Backed up to").doesNotContain("A backup key was made");
        assertThat(Restoring.of(file, Passphrase.of("", data.resolve("secrets/backup-key")))
                        .contents()
                        .masterKeys())
                .containsExactly(7L);
    }

    private String kept() throws Exception {
        try (var postgres = LocalPostgres.start(data, FAST)) {
            var access = EmbeddedDatabase.in(postgres);
            try (var runner = access.connect(access.runner());
                    var row = runner.createStatement()
                            .executeQuery("select name from calendar.calendar where id = 'KEPT'")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void execute(DatabaseAccess access, String sql) throws Exception {
        try (var owner = access.connect(access.owner())) {
            owner.createStatement().execute(sql);
        }
    }

    private String run(String mode) {
        var said = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        try (var both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            Maintenance.run(new String[] {mode, file.toString()}, Map.of("DATA", data.toString()));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
