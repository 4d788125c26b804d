package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.shared.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTypesTest {
    private static final byte[] PNG =
            HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489");
    private static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000");
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n1 0 obj\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EXE =
            HexFormat.of().parseHex("4d5a90000300000004000000ffff0000b800000000000000400000000000000000000000");
    private static final byte[] HTML =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SVG =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void honestFilesAreTaken() throws IOException {
        assertThat(type("截图.PNG", PNG)).isEqualTo("image/png");
        assertThat(type("photo.jpeg", JPEG)).isEqualTo("image/jpeg");
        assertThat(type("report.pdf", PDF)).isEqualTo("application/pdf");
        assertThat(type("server.log", "2026-11-21 磁盘已满\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(type("old.txt", "网络中断，无法登录".getBytes(Charset.forName("GBK"))))
                .isEqualTo("text/plain");
        assertThat(type("a.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("text/plain");
        assertThat(type("a.json", "{\"a\": 1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
        assertThat(type("nginx.conf", "listen 80;\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("text/plain");
    }

    @Test
    void officeFilesAndArchivesAreTakenAndNeverUnpacked() throws IOException {
        assertThat(type("方案.docx", zip("[Content_Types].xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(type("表.xlsx", zip("docProps/app.xml")))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(type("logs.zip", zip("a.log"))).isEqualTo("application/octet-stream");
        var ole = HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(504));
        assertThat(type("old.doc", ole)).isEqualTo("application/msword");
        assertThat(type("表格.et", ole)).isEqualTo("application/octet-stream");
    }

    @Test
    void aNameMayNotPromiseSomethingElse() {
        refused("photo.png", HTML);
        refused("report.pdf", EXE);
        refused("report.pdf", HTML);
        refused("logs.zip", EXE);
        refused("方案.docx", PDF);
        refused("photo.jpg", PNG);
        refused("notes.txt", EXE);
        refused("junk.png", HexFormat.of().parseHex("0001020304050607"));
    }

    @Test
    void whatABrowserWouldRunIsNotTakenAsSuch() throws IOException {
        refused("page.html", HTML);
        refused("picture.svg", SVG);
        refused("tool.exe", EXE);
        refused("noextension", PDF);
        assertThat(type("page.txt", HTML)).isEqualTo("text/plain");
        assertThat(type("data.xml", SVG)).isEqualTo("text/plain");
    }

    @Test
    void aPolyglotIsOnlyEverWhatItsNameSays() throws IOException {
        var both = new ByteArrayOutputStream();
        both.write(JPEG);
        both.write(HTML);
        both.write(zip("evil.jar"));
        assertThat(type("both.jpg", both.toByteArray())).isEqualTo("image/jpeg");
        refused("both.zip", both.toByteArray());
        refused("both.txt", both.toByteArray());
    }

    private void refused(String name, byte[] content) {
        assertThatThrownBy(() -> type(name, content)).as(name).isInstanceOf(Refused.class);
    }

    private String type(String name, byte[] content) throws IOException {
        return FileTypes.check(
                name, Files.write(folder.resolve("content"), content), DocumentSettings.ALLOWED_KINDS.standard());
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
