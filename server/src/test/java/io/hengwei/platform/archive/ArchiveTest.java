package io.hengwei.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hengwei.TestDatabase;
import io.hengwei.platform.document.StoredFiles;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with an archive or a target is said in one line, and nothing is changed.
class ArchiveTest {
    private static final String LONG_AGO = """
        create table record.journal_201901 partition of record.journal for values from ('2019-01-01T00:00:00Z') to ('2019-02-01T00:00:00Z');
        insert into record.journal (id, subject, kind, version, command, schema, body, actor, happened_at, recorded_at)
            select gen_random_uuid(), gen_random_uuid(), 'INCIDENT', 1, 'Note', 1, '{}', gen_random_uuid(), '2019-01-05', '2019-01-05' from generate_series(1, 3000);
        insert into identity.unit_card (id, name, kind, parent) values ('00000000-0000-0000-0000-00000000000a', '总部', 'HEADQUARTERS', null),
            ('00000000-0000-0000-0000-00000000000b', E'Branch\\\\ \\t of\\nlines', 'BRANCH', '00000000-0000-0000-0000-00000000000a');
        insert into setting.setting_value (key, scope_kind, value, effective_from, changed_by, changed_at, reason)
            values ('a.b', 'GLOBAL', '1', now(), gen_random_uuid(), now(), 'r')""";

    @TempDir
    static Path folder;

    static TestDatabase database;
    static Path file;
    static Passphrase words;

    @BeforeAll
    static void make() throws Exception {
        database = TestDatabase.create();
        file = folder.resolve("made.backup");
        words = Passphrase.of("correct horse battery", folder);
        try (var owner = database.owner()) {
            owner.createStatement().execute(LONG_AGO);
        }
        archiving().into(file, words);
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private static Archiving archiving() {
        return new Archiving(
                database.access(), new StoredFiles(folder.resolve("files")), new MasterKeys(folder.resolve("none")));
    }

    @Test
    void oldMonthsOwnNumbersAndVersionsComeBackAndTriggersStayOn() throws Exception {
        try (var target = TestDatabase.empty()) {
            Restoring.of(file, words).into(target.access(), null);
            for (var query : new String[] {
                "select count(*) from record.journal_201901",
                "select string_agg(name, '|' order by id) from identity.unit_card",
                "select version from identity.unit_tree",
                "select string_agg(id || reason, ',') from setting.setting_value",
                "select count(*) from pg_constraint where contype = 'f'",
                "select string_agg(tgname || tgenabled::text, ',' order by tgname, tgrelid::regclass::text) from pg_trigger where not tgisinternal",
                "select relacl::text from pg_class where oid = 'record.journal'::regclass",
                "select version from record.flyway_schema_history order by installed_rank desc limit 1"
            }) assertThat(value(target, query)).as(query).isEqualTo(value(database, query));
            assertThatThrownBy(() -> runner(target, "select * from record.journal_201901"))
                    .hasMessageContaining("permission denied");
            try (var owner = target.owner()) {
                owner.createStatement()
                        .execute(
                                "insert into setting.setting_value (key, scope_kind, value, effective_from, changed_by, changed_at, reason) values ('a.c', 'GLOBAL', '1', now(), gen_random_uuid(), now(), 'r')");
            }
        }
    }

    @Test
    void aTargetThatIsNotEmptyIsLeftAlone() throws Exception {
        try (var target = TestDatabase.empty();
                var owner = target.owner()) {
            owner.createStatement().execute("create table public.mine as select 1 as one");
            refused(target, file, words, "not empty (public.mine)");
            assertThat(value(target, "select one from public.mine")).isEqualTo("1");
        }
    }

    @Test
    void aWrongPassphraseIsToldFromADamagedFile() throws Exception {
        refusedAnywhere(
                file, Passphrase.of("another horse battery", folder), "not the one this backup was sealed with");
        var text = Files.writeString(
                folder.resolve("text"), "something else that is long enough to have a head of its own");
        refusedAnywhere(text, words, "this is no backup of Hengwei");
        assertThatThrownBy(() -> Passphrase.of("short", folder)).hasMessageContaining("at least 12");
    }

    @Test
    void aChangedByteAndACutEndAreNoticedBeforeAnythingIsTouched() throws Exception {
        var bytes = Files.readAllBytes(file);
        for (int at : new int[] {60, bytes.length / 2, bytes.length - 1}) {
            var changed = bytes.clone();
            changed[at] ^= 0x10;
            refusedAnywhere(Files.write(folder.resolve("changed"), changed), words, "damaged or incomplete");
        }
        for (int length : new int[] {50, bytes.length / 2, bytes.length - 1}) {
            var cut = Files.write(folder.resolve("cut"), bytes);
            try (var end = new RandomAccessFile(cut.toFile(), "rw")) {
                end.setLength(length);
            }
            refusedAnywhere(cut, words, "damaged or incomplete");
        }
    }

    @Test
    void whatFailsOnTheWayLeavesTheTargetEmpty() throws Exception {
        try (var target = TestDatabase.empty()) {
            var blocked = Files.writeString(folder.resolve("no-folder"), "");
            var lost = folder.resolve("with-file.backup");
            withAFile(lost);
            assertThatThrownBy(() -> Restoring.of(lost, words).into(target.access(), new StoredFiles(blocked)))
                    .isInstanceOf(IOException.class);
            assertThat(value(target, "select count(*) from pg_namespace where nspname = 'record'"))
                    .isEqualTo("0");
        }
    }

    /// Needs a small disk of its own, which only root can have.
    @Test
    void aFullDiskLeavesNoHalfArchive() throws Exception {
        var disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), "no mounts here");
        try {
            assertThatThrownBy(() -> archiving().into(disk.resolve("a.backup"), words))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("No space left");
            try (var left = Files.list(disk)) {
                assertThat(left).isEmpty();
            }
        } finally {
            ran("umount", disk.toString());
        }
    }

    private static void withAFile(Path target) throws Exception {
        var hash = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";
        try (var other = TestDatabase.create();
                var owner = other.owner()) {
            owner.createStatement().execute("""
                insert into record.record_card (id, kind, number, title, state, phase, turn, unit, opened_at, updated_at, version)
                    values ('00000000-0000-0000-0000-00000000000c', 'INCIDENT', 'X1', 't', 'S', 'OPEN', 'DESK', gen_random_uuid(), now(), now(), 1);
                insert into document.attachment values (gen_random_uuid(), '00000000-0000-0000-0000-00000000000c', 'a.txt', 'text/plain', 3, '%s', gen_random_uuid(), now())""".formatted(hash));
            var store = new StoredFiles(folder.resolve("store"));
            Files.createDirectories(store.path(hash).getParent());
            Files.writeString(store.path(hash), "foo");
            new Archiving(other.access(), store, new MasterKeys(folder.resolve("none"))).into(target, words);
        }
    }

    private static void refusedAnywhere(Path archive, Passphrase passphrase, String reason) {
        assertThatThrownBy(() -> Restoring.of(archive, passphrase))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    private static void refused(TestDatabase target, Path archive, Passphrase passphrase, String reason) {
        assertThatThrownBy(() -> Restoring.of(archive, passphrase).into(target.access(), null))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining(reason);
    }

    private static boolean ran(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static void runner(TestDatabase database, String sql) throws SQLException {
        try (var runner = database.runner()) {
            runner.createStatement().execute(sql);
        }
    }

    private static String value(TestDatabase database, String query) throws SQLException {
        try (var owner = database.owner();
                var row = owner.createStatement().executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
