package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class AttachmentsTest {
    @Autowired
    Attachments attachments;

    @Autowired
    AttachmentController controller;

    @Autowired
    FileStore store;

    @Autowired
    OrphanSweep sweep;

    @Autowired
    SettingAdministration settings;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    UnitId branch;
    UserId requester;
    RecordId record;

    @BeforeEach
    void aRecord() {
        var company = new SomeCompany(db, transactions);
        branch = company.branch();
        requester = company.person(branch, "王芳");
        record = company.card("打印机无法连接", branch, requester, null, null);
    }

    @Test
    void aFileStandsOnTheRecordAndInItsStory() {
        var added = SomeCompany.as(requester, branch, () -> add("截图 1.txt", "屏幕内容"));
        assertThat(added.by().name()).isEqualTo("王芳");
        assertThat(SomeCompany.as(requester, branch, () -> attachments.of(record)))
                .containsExactly(added);
        var line = Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql("select body ->> 'file' from record.journal where subject = ? and command = 'Attach'")
                        .param(record.value())
                        .query(String.class)
                        .single()));
        assertThat(line).isEqualTo("截图 1.txt");
    }

    @Test
    void aDownloadIsNeverAPage() throws IOException {
        var added = SomeCompany.as(requester, branch, () -> add("页面.txt", "<html><script>alert(1)</script>"));
        var answer = SomeCompany.as(requester, branch, () -> controller.download(added.id()));
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E9%A1%B5%E9%9D%A2.txt");
        assertThat(answer.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("text/plain");
        assertThat(answer.getBody().getContentAsString(StandardCharsets.UTF_8)).contains("alert");
    }

    @Test
    void whoDoesNotSeeTheRecordSeesNoFile() {
        var added = SomeCompany.as(requester, branch, () -> add("a.txt", "secret"));
        var company = new SomeCompany(db, transactions);
        var elsewhere = company.branch();
        var stranger = company.person(elsewhere, "陌生人");
        assertThatThrownBy(() -> SomeCompany.as(
                        stranger, elsewhere, () -> attachments.of(record), "incident:read", "incident:attach"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        SomeCompany.as(stranger, elsewhere, () -> attachments.stored(added.id()), "incident:read"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> SomeCompany.as(stranger, elsewhere, () -> add("b.txt", "x"), "incident:attach"))
                .isInstanceOf(NotFound.class);
        assertThat(SomeCompany.<Integer>as(
                        stranger,
                        elsewhere,
                        () -> transactions.execute(
                                ignored -> db.sql("select count(*) from document.attachment where id = ?")
                                        .param(added.id())
                                        .query(Integer.class)
                                        .single()),
                        "incident:read"))
                .isZero();
    }

    @Test
    void readingAloneDoesNotAllowAdding() {
        var reader = new SomeCompany(db, transactions).person(branch, "旁观者");
        assertThatThrownBy(() -> SomeCompany.as(reader, branch, () -> add("b.txt", "x"), "incident:read"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void badInputIsRefusedAndLeavesNothing() throws IOException {
        var before = files();
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add("empty.txt", "")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add("tool.exe", "MZ")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add("..", "x")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add("big.txt", "x".repeat((10 << 20) + 1))))
                .isInstanceOf(FileTooLarge.class);
        assertThat(files()).isEqualTo(before);
        assertThat(SomeCompany.as(requester, branch, () -> attachments.of(record)))
                .isEmpty();
    }

    @Test
    void theSweepTakesOnlyWhatNothingRefersTo() throws IOException {
        var content = "kept " + UUID.randomUUID();
        var added = SomeCompany.as(requester, branch, () -> add("kept.txt", content));
        var kept = store.path(SomeCompany.as(requester, branch, () -> attachments.stored(added.id()))
                .sha256());
        var orphan = store.path("0123456789abcdef".repeat(4));
        Files.createDirectories(orphan.getParent());
        Files.writeString(orphan, "orphan");
        var fresh = Files.writeString(
                store.path("fedcba9876543210".repeat(4))
                        .getParent()
                        .getParent()
                        .resolveSibling("incoming")
                        .resolve("fresh"),
                "arriving");
        for (var file : new java.nio.file.Path[] {kept, orphan})
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200)));
        sweep.sweep();
        assertThat(kept).exists();
        assertThat(fresh).exists();
        assertThat(orphan).doesNotExist();
        Files.delete(fresh);
    }

    @Test
    void nothingIsReadBeforeItIsKnownThatItMayCome() {
        var unread = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read");
            }
        };
        var reader = new SomeCompany(db, transactions).person(branch, "旁观者");
        var small = new Upload("a.txt", unread, 10);
        assertThatThrownBy(() -> SomeCompany.as(reader, branch, () -> add(small), "incident:read"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> SomeCompany.as(reader, branch, () -> add(small)))
                .isInstanceOf(NotFound.class);
        var large = new Upload("a.txt", unread, (10 << 20) + 1);
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add(large)))
                .isInstanceOf(FileTooLarge.class);
    }

    @Test
    void aUnitMayAllowLargerFiles() {
        Scope.asSystem(() -> settings.change(
                DocumentSettings.LARGEST_FILE,
                SettingScope.unit(branch.value()),
                11,
                Instant.EPOCH,
                "Plans are large"));
        var content = "x".repeat((10 << 20) + 1);
        assertThat(SomeCompany.as(requester, branch, () -> add("plan.txt", content))
                        .size())
                .isEqualTo(content.length());
        assertThatThrownBy(() -> SomeCompany.as(requester, branch, () -> add("plan.txt", content + content)))
                .isInstanceOf(FileTooLarge.class);
    }

    private long files() throws IOException {
        try (var all = Files.walk(store.root())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private Attachments.View add(String name, String content) {
        return add(new Upload(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), -1));
    }

    private Attachments.View add(Upload upload) {
        try {
            return attachments.add(record, upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
