package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.shared.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

class ExportFileTest {
    enum Phase {
        OPEN,
        DONE
    }

    record Unit(UUID id, String name) {}

    record Row(
            UUID id,
            String number,
            String title,
            Phase phase,
            String priority,
            Unit unit,
            Instant openedAt,
            boolean active,
            Integer line) {}

    @TempDir
    Path folder;

    @Test
    void aCsvSpeaksThePersonsLanguageAndCarriesNoFormula() throws IOException {
        var columns = columns(Locale.SIMPLIFIED_CHINESE);
        var file = folder.resolve("list.csv");
        try (var sheet = new CsvSheet(file, columns.headings())) {
            sheet.add(columns.values(row("=HYPERLINK(\"http://x\")")));
            sheet.add(columns.values(row("两行\n\"引号\",逗号")));
            sheet.endWith(columns.cut(2));
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "\uFEFF编号,标题,阶段,优先级,单位,登记时间,启用,行号",
                        "INC0000001,\"'=HYPERLINK(\"\"http://x\"\")\",进行中,P1,北方分行,2026-11-21 16:00:00,是,-5",
                        "INC0000001,\"两行",
                        "\"\"引号\"\",逗号\",进行中,P1,北方分行,2026-11-21 16:00:00,是,-5",
                        "\"仅导出前 2 行，其余未导出，请缩小筛选范围后再导出。\"".replace("\"", ""));
    }

    @Test
    void everyWayToBeginAFormulaIsDisarmed() {
        assertThat(List.of("=1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1"))
                .allSatisfy(text -> assertThat(CsvSheet.disarmed(text)).startsWith("'"));
        assertThat(CsvSheet.disarmed("a=1")).isEqualTo("a=1");
        assertThat(CsvSheet.disarmed("")).isEmpty();
    }

    @Test
    void anExcelFileHoldsTextAsText() throws IOException {
        var columns = columns(Locale.US);
        var file = folder.resolve("list.xlsx");
        try (var sheet = new ExcelSheet(file, columns.headings())) {
            for (int i = 0; i < 2_500; i++) sheet.add(columns.values(row("=1+1 <b>\u0001&" + i)));
            assertThat(sheet.rows()).isEqualTo(2_500);
        }
        try (var zip = new ZipFile(file.toFile())) {
            var xml = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(xml)
                    .doesNotContain("<f>")
                    .contains("=1+1 &lt;b&gt;")
                    .contains("&amp;2499")
                    .doesNotContain("\u0001")
                    .contains("Open")
                    .contains("Title");
        }
    }

    private static Row row(String title) {
        return new Row(
                Ids.next(),
                "INC0000001",
                title,
                Phase.OPEN,
                "P1",
                new Unit(Ids.next(), "北方分行"),
                Instant.parse("2026-11-21T08:00:00Z"),
                true,
                -5);
    }

    private static ExportColumns<Row> columns(Locale locale) {
        var messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setBasenames("messages.labels", "messages.import", "messages.document");
        return new ExportColumns<>("rejections", Row.class, messages, locale, ZoneId.of("Asia/Shanghai"));
    }
}
