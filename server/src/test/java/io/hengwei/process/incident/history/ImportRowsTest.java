package io.hengwei.process.incident.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// What a file may hold.
@HengweiTest
class ImportRowsTest {
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
        var id = bench.run(bench.preview(Logs.file(dirty)));
        assertThat(bench.view(id).records()).isEqualTo(new ImportQueries.Counts(2, 0, 0, 9));
        var rejections = bench.as(() -> bench.queries.rejections(id, null, 50, Locale.US))
                .rows();
        assertThat(rejections)
                .extracting(ImportQueries.Rejection::line)
                .containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
        assertThat(rejections.get(0).reason()).contains("-100");
        assertThat(rejections.get(0).text()).isEqualTo(dirty[1]);
        assertThat(rejections.get(3).text()).isEqualTo("A4,New");
        var first = bench.as(() -> bench.queries.rejections(id, null, 4, Locale.US));
        assertThat(first.next()).isEqualTo("6");
        assertThat(bench.as(() -> bench.queries.rejections(id, 6L, 4, Locale.US))
                        .rows()
                        .getFirst()
                        .line())
                .isEqualTo(7);
    }

    @Test
    void filesComeAsTheyAre() {
        bench.keep("GBK");
        bench.run(bench.preview(Logs.file(
                Charset.forName("GBK"),
                Logs.row("A1", "New", "1/3/2016 08:05", 0).replace("Mail", "邮件"))));
        assertThat(bench.texts("select category from incident.incident where source = ?"))
                .containsExactly("邮件");
        bench.keep("UTF-8");
        var text = "\uFEFF" + Logs.HEADER + "\r\n"
                + Logs.row("A2", "New", "1/3/2016 08:05", 0).replace("Mail", "网络") + "\r\n\r\n";
        bench.run(bench.preview(new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(bench.texts("select category from incident.incident where source = ? order by external_number"))
                .containsExactly("邮件", "网络");
        assertThat(bench.view(bench.preview(new ByteArrayInputStream(new byte[0]))))
                .extracting("state", "error")
                .containsExactly(ImportState.FAILED, "The file is empty.");
        assertThat(bench.view(bench.preview(new ByteArrayInputStream("a,b\n1,2\n".getBytes()))))
                .extracting("state")
                .isEqualTo(ImportState.FAILED);
        assertThat(bench.view(bench.preview(Logs.file())).records()).isEqualTo(new ImportQueries.Counts(0, 0, 0, 0));
    }

    @Test
    void whatIsWrittenInAnotherEncodingIsRejectedAndNotGarbled() {
        var id = bench.preview(Logs.file(
                Charset.forName("GBK"),
                Logs.row("A1", "New", "1/3/2016 08:05", 0).replace("Mail", "邮件"),
                Logs.row("A2", "New", "1/3/2016 08:05", 0)));
        assertThat(bench.view(id).records()).isEqualTo(new ImportQueries.Counts(1, 0, 0, 1));
        var streamed = new java.util.ArrayList<ImportQueries.Rejection>();
        bench.as(() -> {
            bench.queries.stream(id, 10, Locale.US, streamed::add);
            return id;
        });
        assertThat(streamed).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains("UTF-8");
        });
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0};
        assertThat(bench.view(bench.preview(new ByteArrayInputStream(picture))).error())
                .contains("UTF-8");
    }
}
