package io.hengwei.process.incident.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HengweiTest
class HistoryImportTest {
    @Autowired
    ApplicationContext context;

    ImportBench bench;

    @BeforeEach
    void aLog() {
        bench = new ImportBench(context);
    }

    @AfterEach
    void letTheWorkerWork() {
        bench.letTheWorkerWork();
    }

    @Test
    void aPreviewCountsAndWritesNothing() {
        var id = bench.preview(
                Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0), Logs.row("A1", "Closed", "3/3/2016 08:05", 1)));
        var view = bench.view(id);
        assertThat(view.state()).isEqualTo(ImportState.PREVIEWED);
        assertThat(view.preview()).isTrue();
        assertThat(view.records()).isEqualTo(new ImportQueries.Counts(1, 0, 0, 0));
        assertThat(view.events()).isEqualTo(2);
        assertThat(bench.one("select count(*) from incident.incident where source = ?"))
                .isZero();
        assertThat(bench.one("select count(*) from identity.group_card where unit = '%s' and ? <> ''"
                        .formatted(bench.branch)))
                .isZero();
    }

    @Test
    void rowsOfARecordMayStandAnywhereAndItsStoryIsToldInOrder() {
        bench.run(bench.preview(Logs.file(
                Logs.row("A1", "Closed", "3/3/2016 08:05", 4),
                Logs.row("A2", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Awaiting User Info", "1/3/2016 09:00", 1),
                Logs.row("A1", "Resolved", "2/3/2016 10:00", 3),
                Logs.row("A1", "Active", "1/3/2016 11:00", 2))));
        assertThat(
                        bench.texts(
                                "select j.command from record.journal j join incident.incident i on i.id = j.subject where i.source = ? and i.external_number = 'A1' order by j.id"))
                .containsExactly("ImportedOpen", "ImportedWait", "ImportedResume", "ImportedResolve", "ImportedClose");
        assertThat(
                        bench.texts(
                                "select c.state || ' ' || c.phase || ' ' || c.version from record.record_card c join incident.incident i on i.id = c.id where source = ? order by c.number"))
                .containsExactly("CLOSED DONE 5", "RECORDED OPEN 1");
        assertThat(
                        bench.texts(
                                "select g.name from identity.group_card g join incident.incident i on i.assignment_group = g.id where source = ? group by 1"))
                .containsExactly("Group 7");
        assertThat(bench.one("select count(*) from incident.incident where source = ? and awaited_requester"))
                .isOne();
        assertThat(
                        bench.one(
                                "select count(*) from sla.clock k join incident.incident i on i.id = k.record where i.source = ?"))
                .isZero();
    }

    @Test
    void theSameFileAgainChangesNothing() {
        String[] rows = {
            Logs.row("A1", "New", "1/3/2016 08:05", 0),
            Logs.row("A1", "Active", "1/3/2016 09:05", 1),
            Logs.row("B1", "New", "1/3/2016 08:05", 0)
        };
        bench.run(bench.preview(Logs.file(rows)));
        var before = bench.texts("select i::text from incident.incident i where source = ? order by id");
        var again = bench.view(bench.run(bench.preview(Logs.file(rows))));
        assertThat(again.records()).isEqualTo(new ImportQueries.Counts(0, 2, 0, 0));
        assertThat(again.events()).isZero();
        assertThat(bench.texts("select i::text from incident.incident i where source = ? order by id"))
                .isEqualTo(before);
        assertThat(bench.one("select sum(version) from incident.incident where source = ?"))
                .isEqualTo(3);
    }

    @Test
    void aLaterCutAddsWhatGrew() {
        bench.run(bench.preview(Logs.file(
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Active", "1/3/2016 09:05", 1),
                Logs.row("B1", "New", "1/3/2016 08:05", 0))));
        var later = bench.view(bench.run(bench.preview(Logs.file(
                Logs.row("A1", "New", "1/3/2016 08:05", 0),
                Logs.row("A1", "Active", "1/3/2016 09:05", 1),
                Logs.row("A1", "Resolved", "2/3/2016 09:05", 2),
                Logs.row("B1", "New", "1/3/2016 08:05", 0),
                Logs.row("C1", "New", "1/3/2016 08:05", 0)))));
        assertThat(later.records()).isEqualTo(new ImportQueries.Counts(1, 1, 1, 0));
        assertThat(later.events()).isEqualTo(2);
        assertThat(
                        bench.texts(
                                "select external_number || ' ' || state || ' ' || version from incident.incident where source = ? order by 1"))
                .containsExactly("A1 RESOLVED 3", "B1 RECORDED 1", "C1 RECORDED 1");
        assertThat(bench.texts(
                        "select j.version || ' ' || j.command || ' ' || j.from_state from record.journal j join incident.incident i on i.id = j.subject"
                                + " where i.source = ? and i.external_number = 'A1' and j.version = 3"))
                .containsExactly("3 ImportedResolve INVESTIGATING");
    }

    @Test
    void whatSomebodyHasWorkedOnHereIsNoLongerChanged() {
        bench.run(bench.preview(Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0))));
        bench.system(() -> bench.db
                .sql("update incident.incident set version = version + 1 where source = ?")
                .param(bench.log)
                .update());
        var later = bench.run(bench.preview(
                Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0), Logs.row("A1", "Closed", "1/3/2016 09:05", 1))));
        assertThat(bench.view(later).records()).isEqualTo(new ImportQueries.Counts(0, 0, 0, 1));
        assertThat(bench.texts("select state from incident.incident where source = ?"))
                .containsExactly("RECORDED");
    }

    @Test
    void aKilledImportGoesOnWhereItStood() {
        var rows = new java.util.ArrayList<String>();
        for (int i = 0; i < 2_600; i++) {
            rows.add(Logs.row("N" + i, "New", "1/3/2016 08:05", 0));
            rows.add(Logs.row("N" + i, "Active", "1/3/2016 09:05", 1));
        }
        var id = bench.start(Logs.file(rows.toArray(String[]::new)));
        while (bench.view(id).state() == ImportState.PREVIEWING) {
            bench.work(ImportBench.steps(1));
            bench.abandon(id);
        }
        assertThat(bench.view(id).records().created()).isEqualTo(2_600);
        bench.as(() -> bench.run0(id));
        bench.work(ImportBench.steps(2));
        assertThat(bench.one("select count(*) from incident.incident where source = ?"))
                .isBetween(1L, 2_599L);
        assertThat(bench.view(id).state()).isEqualTo(ImportState.RUNNING);
        assertThat(bench.view(id).rowsRead()).isBetween(1L, 5_199L);
        while (bench.view(id).state() == ImportState.RUNNING) {
            bench.abandon(id);
            bench.work(ImportBench.steps(1));
        }
        assertThat(bench.view(id).records()).isEqualTo(new ImportQueries.Counts(2_600, 0, 0, 0));
        assertThat(bench.one("select sum(version) from incident.incident where source = ?"))
                .isEqualTo(5_200);
        assertThat(
                        bench.one(
                                "select count(*) from record.journal j join incident.incident i on i.id = j.subject where source = ?"))
                .isEqualTo(5_200);
    }

    @Test
    void aCancelledImportStopsAndCanBeRunAgain() {
        var rows = new String[1_200];
        for (int i = 0; i < rows.length; i++) rows[i] = Logs.row("N" + i, "New", "1/3/2016 08:05", 0);
        var id = bench.preview(Logs.file(rows));
        bench.as(() -> bench.run0(id));
        var once = new AtomicInteger();
        bench.work(() -> {
            if (once.incrementAndGet() == 2)
                bench.as(() -> {
                    bench.imports.cancel(id);
                    return id;
                });
            return true;
        });
        assertThat(bench.view(id).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(bench.one("select count(*) from incident.incident where source = ?"))
                .isEqualTo(500);
        assertThat(bench.view(bench.run(id)).records()).isEqualTo(new ImportQueries.Counts(700, 500, 0, 0));
    }
}
