package io.hengwei.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfEnvironmentVariable(named = "DATABASE_URL", matches = ".+", disabledReason = "this run uses another server")
class LocalPostgresTest {
    @TempDir
    Path folder;

    /// Unpacking takes longer than everything else here, and its result never changes.
    @BeforeEach
    void borrowBinaries() throws IOException {
        var binaries = PostgresBinaries.unpackInto(Files.createDirectories(Path.of("target", "postgres")))
                .home();
        Files.createSymbolicLink(folder.resolve(binaries.getFileName()), binaries.toAbsolutePath());
    }

    @Test
    void itListensOnTheLoopbackOnlyAsksForPasswordsAndKeepsItsPromises() throws Exception {
        try (var postgres = LocalPostgres.start(folder, Map.of("work_mem", "5MB"))) {
            assertThat(value(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(value(postgres, "show unix_socket_directories")).isEmpty();
            assertThat(value(postgres, "show fsync")).isEqualTo("on");
            assertThat(value(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(value(postgres, "show work_mem")).isEqualTo("5MB");
            assertThat(value(postgres, "show idle_in_transaction_session_timeout"))
                    .isEqualTo("1min");
            assertThat(value(postgres, "show server_version")).startsWith(PostgresBinaries.VERSION);
            assertThat(value(postgres, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(value(
                            postgres,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'template0'"))
                    .isEqualTo("bC.UTF-8");
        }
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() throws Exception {
        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            execute(postgres, "create table kept as select '恒维'::text as name");
        }
        assertThat(Postmaster.of(folder.toRealPath().resolve("pgdata"))).isEmpty();
        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            assertThat(value(postgres, "select name from kept")).isEqualTo("恒维");
        }
    }

    @Test
    void aServerThatOutlivedAKilledProgramIsAdopted() throws Exception {
        var program = another("io.hengwei.platform.database.LocalPostgresTest$Starter");
        awaitStart(program);
        var postmaster = Postmaster.of(folder.toRealPath().resolve("pgdata")).orElseThrow();
        program.destroyForcibly().waitFor();

        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            assertThat(postmaster.alive()).isTrue();
            assertThat(postgres.administration("postgres").url()).contains(":" + postmaster.port() + "/");
            assertThat(value(postgres, "select count(*) from written_by_the_killed"))
                    .isEqualTo("1");
        }
        assertThat(postmaster.alive()).isFalse();
    }

    @Test
    void aKilledServerRecoversWhatItHadPromised() throws Exception {
        var killed = LocalPostgres.start(folder, Map.of());
        execute(killed, "create table kept as select 1 as one");
        var postmaster = Postmaster.of(folder.toRealPath().resolve("pgdata")).orElseThrow();
        new ProcessBuilder("kill", "-9", Long.toString(postmaster.pid()))
                .start()
                .waitFor();
        for (int i = 0; i < 100 && postmaster.alive(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        killed.close();

        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            assertThat(value(postgres, "select one from kept")).isEqualTo("1");
        }
    }

    @Test
    void aLeftOverNumberThatNowBelongsToAnotherProgramIsForgotten() throws Exception {
        LocalPostgres.start(folder, Map.of()).close();
        var self = ProcessHandle.current().pid();
        var lines = List.of(Long.toString(self), "data", "0", "1", "", "127.0.0.1", "0 0", "ready   ");
        Files.write(folder.resolve("pgdata/postmaster.pid"), lines);

        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            assertThat(value(postgres, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void aFolderInUseIsRefused() throws Exception {
        var program = another("io.hengwei.platform.database.LocalPostgresTest$Starter");
        try {
            awaitStart(program);
            assertThatThrownBy(() -> LocalPostgres.start(folder, Map.of()))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("Another Hengwei is using the data folder");
        } finally {
            program.destroyForcibly().waitFor();
            LocalPostgres.start(folder, Map.of()).close();
        }
    }

    @Test
    void theProgramsDatabaseHasAnOwnerAnOrdinaryRoleAndSecretFiles() throws Exception {
        try (var postgres = LocalPostgres.start(folder, Map.of())) {
            var access = EmbeddedDatabase.in(postgres);
            Migrations.run(access);
            try (var runner = access.connect(access.runner())) {
                Requirements.checkRunner(runner);
            }
            assertThatThrownBy(() -> Migrations.run(new DatabaseAccess(
                            access.url(),
                            access.owner(),
                            postgres.administration("postgres").owner())))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("postgres must not run Hengwei: it is a superuser");
            for (var role : new String[] {"postgres", "hengwei_owner", "hengwei"}) {
                var permissions = Files.getPosixFilePermissions(new Secrets(folder).file(role));
                assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
            }
        }
    }

    private Process another(String mainClass) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        mainClass,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void awaitStart(Process program) throws IOException {
        for (String line; (line = program.inputReader().readLine()) != null; ) {
            if (line.equals("started")) {
                return;
            }
        }
        throw new IOException("The other program ended without starting PostgreSQL");
    }

    private static String value(LocalPostgres postgres, String query) throws SQLException {
        var access = postgres.administration("postgres");
        try (var connection = access.connect(access.owner());
                var row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        var access = postgres.administration("postgres");
        try (var connection = access.connect(access.owner())) {
            connection.createStatement().execute(sql);
        }
    }

    /// A program that starts the server, writes something and waits to be killed.
    static class Starter {
        public static void main(String[] arguments) throws Exception {
            var postgres = LocalPostgres.start(Path.of(arguments[0]), Map.of());
            execute(postgres, "create table written_by_the_killed as select 1 as one");
            IO.println("started");
            Thread.sleep(60_000);
        }
    }
}
