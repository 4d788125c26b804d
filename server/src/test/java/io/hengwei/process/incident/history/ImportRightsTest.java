package io.hengwei.process.incident.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.document.Upload;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Who may import what, and where.
@HengweiTest
class ImportRightsTest {
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
    void onlyWhoMayRunItInTheUnitDoesAndSees() {
        var id = bench.preview(Logs.file(Logs.row("A1", "New", "1/3/2016 08:05", 0)));
        var company = new SomeCompany(bench.db, bench.transactions);
        var elsewhere = company.branch();
        var unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        var stranger = company.person(elsewhere, "周强");
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger, elsewhere, () -> bench.queries.one(id, Locale.US), "import:run", "incident:read"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> SomeCompany.as(stranger, elsewhere, () -> bench.run0(id), "import:run", "incident:read"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SomeCompany.as(
                        bench.manager,
                        bench.branch,
                        () -> bench.imports.preview(new Upload("x", unread, 1), bench.log, bench.branch),
                        "incident:read"))
                .isInstanceOf(Forbidden.class);
        assertThat(SomeCompany.as(stranger, elsewhere, () -> bench.queries.list(Page.FIRST, Locale.US), "import:run")
                        .rows())
                .isEmpty();
        assertThat(bench.as(() -> bench.queries.list(Page.FIRST, Locale.US)).rows())
                .extracting(ImportQueries.View::id)
                .contains(id);
    }

    @Test
    void aMappingIsKeptByAUnitForItselfAndThoseBelow() {
        var company = new SomeCompany(bench.db, bench.transactions);
        var elsewhere = company.branch();
        var stranger = company.person(elsewhere, "周强");
        var mapping = Logs.mapping(bench.log, bench.shipped(), "GBK");
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> kept(mapping, elsewhere), "import:run"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> kept(mapping, bench.branch), "import:run"))
                .isInstanceOf(Forbidden.class);
        assertThat(SomeCompany.as(stranger, elsewhere, bench.mappings::all, "import:run"))
                .extracting(Mapping::id)
                .contains("servicenow-events")
                .doesNotContain(bench.log);
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger,
                        elsewhere,
                        () -> bench.imports.preview(new Upload("x", Logs.file(), -1), bench.log, elsewhere),
                        "import:run"))
                .isInstanceOf(Refused.class);
        assertThat(bench.as(bench.mappings::all)).extracting(Mapping::id).contains(bench.log);
        assertThat(bench.as(() -> kept(mapping, bench.branch)).charset()).isEqualTo("GBK");
    }

    private Mapping kept(Mapping mapping, UnitId unit) {
        bench.mappings.keep(mapping, unit);
        return bench.mappings.get(mapping.id());
    }

    @Test
    void howLargeAFileMayBeIsASetting() {
        Scope.asSystem(() -> bench.settings.change(
                HistorySettings.LARGEST_FILE,
                SettingScope.unit(bench.branch.value()),
                1,
                Instant.EPOCH,
                "Little space"));
        var large = new ByteArrayInputStream(new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> bench.start(large)).hasMessageContaining("file-too-large");
    }
}
