package io.hengwei.process.incident.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class HistoryImportTest {
    private static final AtomicInteger LOGS = new AtomicInteger();

    @Autowired
    Imports imports;

    @Autowired
    ImportQueries queries;

    @Autowired
    ImportWorker worker;

    @Autowired
    Mappings mappings;

    @Autowired
    SettingAdministration settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    UnitId branch;
    UserId manager;
    String log;

    /// The node's own worker would be quicker than the test.
    @BeforeEach
    void aLog() {
        worker.stop();
        var company = new SomeCompany(db, transactions);
        branch = company.branch();
        manager = company.person(branch, "李娜");
        log = "log-" + LOGS.incrementAndGet();
        keep("UTF-8");
    }

    @AfterEach
    void letTheWorkerWork() {
        worker.start();
    }

    @Test
    void aPreviewCountsAndWritesNothing() {
        var id = preview(
                Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0), Logs.row("A1", "Closed", "3/3/2016 08:05", 1)));
        var view = view(id);
        assertThat(view.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(view.preview()).isTrue();
        assertThat(view.records()).isEqualTo(new ImportQueries.Counts(1, 0, 0, 0));
        assertThat(view.events()).isEqualTo(2);
        assertThat(one("select count(*) from incident.incident where source = ?"))
                .isZero();
        assertThat(one("select count(*) from identity.group_card where unit = '%s' and ? <> ''".formatted(branch)))
                .isZero();
    }

    @Test
    void rowsOfARecordMayStandAnywhereAndItsStoryIsToldInOrder() {
        run(preview(Logs.file(
                Logs.row("A1", "Closed", "3/3/2016 08:05", 4),
                Logs.row("A2", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Awaiting User Info", "1/3/2016 09:00", 1),
                Logs.row("A1", "Resolved", "2/3/2016 10:00", 3),
                Logs.row("A1", "Active", "1/3/2016 11:00", 2))));
        assertThat(
                        texts(
                                "select j.command from record.journal j join incident.incident i on i.id = j.subject where i.source = ? and i.external_number = 'A1' order by j.id"))
                .containsExactly("ImportedOpen", "ImportedWait", "ImportedResume", "ImportedResolve", "ImportedClose");
        assertThat(
                        texts(
                                "select c.state || ' ' || c.phase || ' ' || c.version from record.record_card c join incident.incident i on i.id = c.id where source = ? order by c.number"))
                .containsExactly("CLOSED DONE 5", "RECORDED OPEN 1");
        assertThat(
                        texts(
                                "select g.name from identity.group_card g join incident.incident i on i.assignment_group = g.id where source = ? group by 1"))
                .containsExactly("Group 7");
        assertThat(one("select count(*) from incident.incident where source = ? and awaited_requester"))
                .isOne();
        assertThat(one("select count(*) from sla.clock k join incident.incident i on i.id = k.record where source = ?"))
                .isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String[] rows = {
            Logs.row("A1", "New", "1/3/2016 08:05", 0),
            Logs.row("A1", "Active", "1/3/2016 09:05", 1),
            Logs.row("B1", "New", "1/3/2016 08:05", 0)
        };
        run(preview(Logs.file(rows)));
        var before = texts("select i::text from incident.incident i where source = ? order by id");
        var again = view(run(preview(Logs.file(rows))));
        assertThat(again.records()).isEqualTo(new ImportQueries.Counts(0, 2, 0, 0));
        assertThat(again.events()).isZero();
        assertThat(texts("select i::text from incident.incident i where source = ? order by id"))
                .isEqualTo(before);
        assertThat(one("select sum(version) from incident.incident where source = ?"))
                .isEqualTo(3);
    }

    @Test
    void aLaterCutAddsWhatGrew() {
        run(preview(Logs.file(
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Active", "1/3/2016 09:05", 1),
                Logs.row("B1", "New", "1/3/2016 08:05", 0))));
        var later = view(run(preview(Logs.file(
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Active", "1/3/2016 09:05", 1),
                Logs.row("A1", "Resolved", "2/3/2016 09:05", 2),
                Logs.row("B1", "New", "1/3/2016 08:05", 0),
                Logs.row("C1", "New", "1/3/2016 08:05", 0)))));
        assertThat(later.records()).isEqualTo(new ImportQueries.Counts(1, 1, 1, 0));
        assertThat(later.events()).isEqualTo(2);
        assertThat(
                        texts(
                                "select external_number || ' ' || state || ' ' || version from incident.incident where source = ? order by 1"))
                .containsExactly("A1 RESOLVED 3", "B1 RECORDED 1", "C1 RECORDED 1");
        assertThat(texts(
                        "select j.version || ' ' || j.command || ' ' || j.from_state from record.journal j join incident.incident i on i.id = j.subject"
                                + " where i.source = ? and i.external_number = 'A1' and j.version = 3"))
                .containsExactly("3 ImportedResolve INVESTIGATING");
    }

    @Test
    void whatSomebodyHasWorkedOnHereIsNoLongerChanged() {
        run(preview(Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0))));
        system(() -> db.sql("update incident.incident set version = version + 1 where source = ?")
                .param(log)
                .update());
        var later = run(preview(
                Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0), Logs.row("A1", "Closed", "1/3/2016 09:05", 1))));
        assertThat(view(later).records()).isEqualTo(new ImportQueries.Counts(0, 0, 0, 1));
        assertThat(texts("select state from incident.incident where source = ?"))
                .containsExactly("RECORDED");
    }

    @Test
    void dirtyRowsAreRejectedWithReasonAndOriginal() {
        var dirty = new String[] {
            Logs.row("A1", "New", "1/3/2016 08:05", 0),
            Logs.row("A1", "-100", "1/3/2016 08:06", 1),
            Logs.row("A2", "Lost", "1/3/2016 08:06", 1),
            Logs.row("A3", "New", "31/2/2016 08:06", 1),
            "A4,New",
            Logs.row("A5", "New", "1/3/2016 08:06", 1) + ",more",
            Logs.row("?", "New", "1/3/2016 08:06", 1),
            Logs.row("A6", "New", "1/3/2016 08:06", 1).replace("2/3/2016 10:00", "29/2/2016 10:00"),
            Logs.row("A7", "New", "1/3/2016 08:06", 1).replace("3 - Moderate", "9 - Whatever"),
            Logs.row("A1", "New", "1/3/2016 08:05", 0),
            "\"A8\",\"New\",1/3/2016 08:06,1,\"Doe, \"\"J\"\"\nJunior\",Group 7,,3 - Moderate,Mail,1/3/2016 08:00,,,true",
        };
        var id = run(preview(Logs.file(dirty)));
        assertThat(view(id).records()).isEqualTo(new ImportQueries.Counts(2, 0, 0, 9));
        var rejections = as(() -> queries.rejections(id, null, 50, Locale.US)).rows();
        assertThat(rejections)
                .extracting(ImportQueries.Rejection::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(rejections.get(0).reason()).contains("-100");
        assertThat(rejections.get(0).text()).isEqualTo(dirty[1]);
        assertThat(rejections.get(3).text()).isEqualTo("A4,New");
        var first = as(() -> queries.rejections(id, null, 4, Locale.US));
        assertThat(first.next()).isEqualTo("6");
        assertThat(as(() -> queries.rejections(id, 6L, 4, Locale.US))
                        .rows()
                        .getFirst()
                        .line())
                .isEqualTo(7);
    }

    @Test
    void filesComeAsTheyAre() {
        keep("GBK");
        run(preview(Logs.file(
                Charset.forName("GBK"),
                Logs.row("A1", "New", "1/3/2016 08:05", 0).replace("Mail", "邮件"))));
        assertThat(texts("select category from incident.incident where source = ?"))
                .containsExactly("邮件");
        keep("UTF-8");
        var text = "\uFEFF" + Logs.HEADER + "\r\n"
                + Logs.row("A2", "New", "1/3/2016 08:05", 0).replace("Mail", "网络") + "\r\n\r\n";
        run(preview(new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(texts("select category from incident.incident where source = ? order by external_number"))
                .containsExactly("邮件", "网络");
        assertThat(view(preview(new ByteArrayInputStream(new byte[0]))))
                .extracting("state", "error")
                .containsExactly(ImportState.FAILED, "The file is empty.");
        assertThat(view(preview(new ByteArrayInputStream("a,b\n1,2\n".getBytes()))))
                .extracting("state")
                .isEqualTo(ImportState.FAILED);
        assertThat(view(preview(Logs.file())).records()).isEqualTo(new ImportQueries.Counts(0, 0, 0, 0));
    }

    @Test
    void whatIsWrittenInAnotherEncodingIsRejectedAndNotGarbled() {
        var id = preview(Logs.file(
                Charset.forName("GBK"),
                Logs.row("A1", "New", "1/3/2016 08:05", 0).replace("Mail", "邮件"),
                Logs.row("A2", "New", "1/3/2016 08:05", 0)));
        assertThat(view(id).records()).isEqualTo(new ImportQueries.Counts(1, 0, 0, 1));
        var streamed = new java.util.ArrayList<ImportQueries.Rejection>();
        as(() -> {
            queries.stream(id, 10, Locale.US, streamed::add);
            return id;
        });
        assertThat(streamed).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains("UTF-8");
        });
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        assertThat(view(preview(new ByteArrayInputStream(picture))).error()).contains("UTF-8");
    }

    @Test
    void aKilledImportGoesOnWhereItStood() {
        var rows = new java.util.ArrayList<String>();
        for (int i = 0; i < 2_600; i++) {
            rows.add(Logs.row("N" + i, "New", "1/3/2016 08:05", 0));
            rows.add(Logs.row("N" + i, "Active", "1/3/2016 09:05", 1));
        }
        var id = start(Logs.file(rows.toArray(String[]::new)));
        while (view(id).state() == ImportState.PREVIEWING) {
            work(steps(1));
            abandon(id);
        }
        assertThat(view(id).records().created()).isEqualTo(2_600);
        as(() -> run0(id));
        work(steps(2));
        assertThat(one("select count(*) from incident.incident where source = ?"))
                .isBetween(1L, 2_599L);
        assertThat(view(id).state()).isEqualTo(ImportState.RUNNING);
        assertThat(view(id).rowsRead()).isBetween(1L, 5_199L);
        while (view(id).state() == ImportState.RUNNING) {
            abandon(id);
            work(steps(1));
        }
        assertThat(view(id).records()).isEqualTo(new ImportQueries.Counts(2_600, 0, 0, 0));
        assertThat(one("select sum(version) from incident.incident where source = ?"))
                .isEqualTo(5_200);
        assertThat(
                        one(
                                "select count(*) from record.journal j join incident.incident i on i.id = j.subject where source = ?"))
                .isEqualTo(5_200);
    }

    @Test
    void aCancelledImportStopsAndCanBeRunAgain() {
        var rows = new String[1_200];
        for (int i = 0; i < rows.length; i++) rows[i] = Logs.row("N" + i, "New", "1/3/2016 08:05", 0);
        var id = preview(Logs.file(rows));
        as(() -> run0(id));
        var once = new AtomicInteger();
        work(() -> {
            if (once.incrementAndGet() == 2)
                as(() -> {
                    imports.cancel(id);
                    return id;
                });
            return true;
        });
        assertThat(view(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(one("select count(*) from incident.incident where source = ?"))
                .isEqualTo(500);
        assertThat(view(run(id)).records()).isEqualTo(new ImportQueries.Counts(700, 500, 0, 0));
    }

    @Test
    void onlyWhoMayRunItInTheUnitDoesAndSees() {
        var id = preview(Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0)));
        var company = new SomeCompany(db, transactions);
        var elsewhere = company.branch();
        var unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        var stranger = company.person(elsewhere, "周强");
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger, elsewhere, () -> queries.one(id, Locale.US), "import:run", "incident:read"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> run0(id), "import:run", "incident:read"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SomeCompany.as(
                        manager,
                        branch,
                        () -> imports.preview(new Upload("x", unread, 1), log, branch),
                        "incident:read"))
                .isInstanceOf(Forbidden.class);
        assertThat(SomeCompany.as(stranger, elsewhere, () -> queries.list(Page.FIRST, Locale.US), "import:run")
                        .rows())
                .isEmpty();
        assertThat(as(() -> queries.list(Page.FIRST, Locale.US)).rows())
                .extracting(ImportQueries.View::id)
                .contains(id);
    }

    @Test
    void aMappingIsKeptByAUnitForItselfAndThoseBelow() {
        var company = new SomeCompany(db, transactions);
        var elsewhere = company.branch();
        var stranger = company.person(elsewhere, "周强");
        var mapping = Logs.mapping(log, shipped(), "GBK");
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> kept(mapping, elsewhere), "import:run"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> kept(mapping, branch), "import:run"))
                .isInstanceOf(Forbidden.class);
        assertThat(SomeCompany.as(stranger, elsewhere, mappings::all, "import:run"))
                .extracting(Mapping::id)
                .contains("servicenow-events")
                .doesNotContain(log);
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger,
                        elsewhere,
                        () -> imports.preview(new Upload("x", Logs.file(), -1), log, elsewhere),
                        "import:run"))
                .isInstanceOf(Refused.class);
        assertThat(as(mappings::all)).extracting(Mapping::id).contains(log);
        assertThat(as(() -> kept(mapping, branch)).charset()).isEqualTo("GBK");
    }

    private Mapping kept(Mapping mapping, UnitId unit) {
        mappings.keep(mapping, unit);
        return mappings.get(mapping.id());
    }

    @Test
    void howLargeAFileMayBeIsASetting() {
        Scope.asSystem(() -> settings.change(
                HistorySettings.LARGEST_FILE, SettingScope.unit(branch.value()), 1, Instant.EPOCH, "Little space"));
        var large = new ByteArrayInputStream(new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> start(large)).hasMessageContaining("file-too-large");
    }

    private Mapping shipped() {
        return Scope.asSystem(() -> mappings.get("servicenow-events"));
    }

    private void keep(String charset) {
        var mapping = Logs.mapping(log, shipped(), charset);
        Scope.asSystem(() -> mappings.keep(mapping, branch));
    }

    private <T> T as(Supplier<T> work) {
        return SomeCompany.as(manager, branch, work, "import:run", "incident:read");
    }

    private UUID start(InputStream file) {
        return as(() -> imports.preview(new Upload("log.csv", file, -1), log, branch));
    }

    private UUID preview(InputStream file) {
        var id = start(file);
        work(() -> true);
        return id;
    }

    private UUID run0(UUID id) {
        imports.run(id);
        return id;
    }

    private UUID run(UUID id) {
        as(() -> run0(id));
        work(() -> true);
        assertThat(view(id).state()).isEqualTo(ImportState.DONE);
        return id;
    }

    private void work(BooleanSupplier goOn) {
        while (worker.workOne(goOn) && goOn.getAsBoolean()) {}
    }

    private static BooleanSupplier steps(int count) {
        var left = new AtomicInteger(count);
        return () -> left.getAndDecrement() > 0;
    }

    /// As if the node had died and its time was over.
    private void abandon(UUID id) {
        system(() -> db.sql(
                        "update incident.history_import set claimed_until = now() - interval '1 minute' where id = ?")
                .param(id)
                .update());
    }

    private ImportQueries.View view(UUID id) {
        return as(() -> queries.one(id, Locale.US));
    }

    private long one(String sql) {
        return system(() -> db.sql(sql).param(log).query(Long.class).single());
    }

    private List<String> texts(String sql) {
        return system(() -> db.sql(sql).param(log).query(String.class).list());
    }

    private <T> T system(Supplier<T> work) {
        return Scope.asSystem(() -> transactions.execute(ignored -> work.get()));
    }
}
