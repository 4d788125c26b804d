package io.hengwei.platform.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.TestDatabase;
import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.document.Attachments;
import io.hengwei.platform.document.StoredFiles;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.Channel;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.IncidentKind;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.incident.OpenIncident;
import io.hengwei.process.incident.Urgency;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// People go on working while a backup is made; what comes back is one moment of it, whole.
@HengweiTest
class BackupUnderLoadTest {
    private static final int WRITERS = 3;

    /// All lines of history of some records, in one sum that another database can be asked for.
    private static final String HISTORY =
            "select count(*) || ' ' || coalesce(sum(hashtextextended(j::text, 0)::numeric), 0) from record.journal j where subject = any (?::uuid[])";

    @Autowired
    ApplicationContext context;

    @Autowired
    DatabaseAccess access;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    Attachments attachments;

    @TempDir
    Path folder;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatComesBackIsOneMomentOfTheWork() throws Exception {
        var people = new People(context);
        var unit = people.branch();
        var requester = people.person(unit);
        var before = new ArrayList<RecordId>();
        for (int i = 0; i < 5; i++) before.add(record(unit, requester));
        var history = history(access, before);

        var file = folder.resolve("hengwei.backup");
        var key = Passphrase.of("three words of mine", folder);
        var documents = new StoredFiles(Path.of("target", "data", "documents").toAbsolutePath());
        var written = whileWriting(
                unit,
                requester,
                () -> new Archiving(access, documents, new MasterKeys(folder.resolve("none"))).into(file, key));

        try (var elsewhere = TestDatabase.empty()) {
            var store = new StoredFiles(folder.resolve("elsewhere"));
            var restored = Restoring.of(file, key).into(elsewhere.access(), store);
            assertThat(restored.lost()).isZero();
            assertThat(history(elsewhere.access(), before)).isEqualTo(history);
            assertThat(history(access, before)).isEqualTo(history);
            everyRecordIsWhole(elsewhere.access(), unit);
            everyFileIsThere(elsewhere.access(), store);
            assertThat(number(elsewhere.access(), "select count(*) from incident.incident"))
                    .isBetween(5L, number(access, "select count(*) from incident.incident"));
            assertThat(number(elsewhere.access(), "select nextval('record.number_inc')"))
                    .isGreaterThan(number(
                            elsewhere.access(),
                            "select max(substring(number from 4)::bigint) from incident.incident where unit = '" + unit
                                    + "'"));
            assertThat(written).isPositive();
        }
    }

    /// A record is its row, its card and its history: a moment shows all of them or none. (Other tests leave halves.)
    private static void everyRecordIsWhole(DatabaseAccess database, UnitId unit) throws SQLException {
        assertThat(number(database, """
                select count(*) from incident.incident i left join record.record_card c on c.id = i.id and c.version = i.version
                where i.unit = '%s' and (c.id is null or (select max(version) from record.journal j where j.subject = i.id) is distinct from i.version)""".formatted(unit))).isZero();
        assertThat(number(
                        database,
                        "select count(*) from record.record_card c where kind = 'INCIDENT' and unit = '" + unit
                                + "' and not exists (select 1 from incident.incident i where i.id = c.id)"))
                .isZero();
        assertThat(
                        number(
                                database,
                                "select count(*) from record.journal_position p where not exists (select 1 from record.journal j where j.id = p.line)"))
                .isZero();
        assertThat(number(database, "select count(*) - max(seq) from record.journal_position"))
                .isZero();
    }

    private static void everyFileIsThere(DatabaseAccess database, StoredFiles store) throws Exception {
        try (var owner = database.connect(database.owner());
                var rows = owner.createStatement().executeQuery("select sha256, size from document.attachment")) {
            int files = 0;
            for (; rows.next(); files++) {
                var content = Files.readAllBytes(store.path(rows.getString(1)));
                assertThat(content).hasSize(rows.getInt(2));
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                        .isEqualTo(rows.getString(1));
            }
            assertThat(files).isGreaterThanOrEqualTo(5);
        }
    }

    private interface Work {
        Archiving.Made run() throws Exception;
    }

    /// @return how many records were made between the beginning of the work and its end
    private int whileWriting(UnitId unit, UserId requester, Work work) throws Exception {
        var stop = new AtomicBoolean();
        var begun = new CountDownLatch(WRITERS);
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                running.add(writers.submit(() -> {
                    for (boolean first = true; !stop.get(); first = false) {
                        record(unit, requester);
                        if (first) begun.countDown();
                    }
                    return null;
                }));
            }
            begun.await();
            int at = made.get();
            try {
                work.run();
            } finally {
                stop.set(true);
            }
            for (var writer : running) writer.get();
            return made.get() - at;
        }
    }

    private RecordId record(UnitId unit, UserId requester) throws Exception {
        int number = made.incrementAndGet();
        var open = new OpenIncident(
                IncidentKind.FAULT,
                "备份中的故障\t" + number,
                "line one\nline two \\ with a backslash",
                requester,
                null,
                unit,
                Channel.HOTLINE,
                Instant.parse("2026-01-05T01:00:00Z"),
                Impact.ONE_UNIT,
                Effect.IMPAIRED,
                Urgency.MEDIUM,
                null,
                null,
                null);
        var id = Scope.asSystem(() -> incidents.open(open).id());
        var content = ("file " + number + " ").repeat(2000).getBytes(StandardCharsets.UTF_8);
        Scope.calling(
                Scope.trusting(requester),
                () -> attachments.add(id, new Upload(number + ".txt", new ByteArrayInputStream(content), -1)));
        return id;
    }

    private static String history(DatabaseAccess database, List<RecordId> records) throws SQLException {
        try (var owner = database.connect(database.owner());
                var statement = owner.prepareStatement(HISTORY)) {
            statement.setArray(
                    1,
                    owner.createArrayOf(
                            "text", records.stream().map(RecordId::toString).toArray()));
            var row = statement.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private static long number(DatabaseAccess database, String query) throws SQLException {
        try (var owner = database.connect(database.owner());
                var row = owner.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
