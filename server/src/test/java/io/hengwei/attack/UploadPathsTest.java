package io.hengwei.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Ids;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/// Where a file lies is the server's business: no name and no address leads out of the folder of documents.
@HengweiTest
class UploadPathsTest {
    private static final List<String> LEADING_OUT = List.of(
            "../../../%s.txt",
            "..\\..\\%s.txt",
            "....//....//%s.txt",
            "%%2e%%2e%%2f%%2e%%2e%%2f%s.txt",
            "..%%c0%%af..%%c0%%af%s.txt",
            "C:\\Windows\\%s.txt",
            "file:///%s.txt",
            "~/%s.txt",
            "/%s.txt",
            "%s.txt\0.png",
            "%s.txt/../../x.txt",
            "%s.txt\r\nContent-Type: text/html");

    @Autowired
    ApplicationContext context;

    @Value("${hengwei.data}")
    Path data;

    private Insiders insiders;
    private String name;

    @BeforeEach
    void anIncidentToAttachTo() {
        insiders = Insiders.of(context);
        name = "leaked-" + Ids.next();
    }

    @Test
    void aFileLiesUnderItsHashWhateverItIsCalled() throws Exception {
        for (var pattern : LEADING_OUT) {
            var given = pattern.formatted(name);
            var content = given + " of " + name;
            var answer = upload("/api/records/" + insiders.branch.incident() + "/attachments?name=", given, content);
            answer.isOrderly(given);
            if (answer.isGood()) {
                assertThat(answer.tree().path("name").asString()).as(given).doesNotContain("/", "\\", "\0", "\n", "\r");
                assertThat(kept(content)).as(given).exists().hasContent(content);
                downloaded(answer.tree().path("id").asString(), content);
            }
            liesNowhereElse(given);
        }
    }

    private void downloaded(String id, String content) {
        var answer = insiders.manager().get("/api/attachments/" + id);
        assertThat(answer.text()).isEqualTo(content);
        assertThat(answer.whole().headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment")
                .doesNotContain("/", "\\");
    }

    @Test
    void anImportedFileIsNoExceptionToThat() {
        for (var pattern : LEADING_OUT) {
            var given = pattern.formatted(name);
            upload("/api/imports?mapping=x&unit=" + insiders.branch.unit() + "&name=", given, "a,b\n1,2\n")
                    .isOrderly(given);
            liesNowhereElse(given);
        }
    }

    @Test
    void noAddressReadsAFileOfTheServer() {
        for (var up : List.of("..%2f", "..%5c", "%2e%2e%2f", "%2e%2e/", "..;/", "..%252f", "..%c0%af", "....//"))
            for (var start : List.of("/", "/assets/", "/api/", "/api/attachments/", "/actuator/health/")) {
                var uri = start + up.repeat(8) + "etc%2fpasswd";
                var answer = insiders.manager().get(uri);
                assertThat(answer.text()).as(uri).doesNotContain("root:");
                answer.isOrderly(uri);
            }
        for (var secret : List.of("secrets%2fmaster.key", "WEB-INF/web.xml", "META-INF/MANIFEST.MF", "application.yml"))
            assertThat(insiders.manager().get("/" + secret).text())
                    .as(secret)
                    .doesNotContain("Manifest-Version", "spring:", "hengwei:");
    }

    private Attacker.Answer upload(String uri, String given, String content) {
        return insiders.manager()
                .send(
                        "POST",
                        uri + Attacker.encoded(given),
                        BodyPublishers.ofString(content),
                        Map.of("Content-Type", "application/octet-stream"));
    }

    private Path kept(String content) throws Exception {
        var hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        return data.resolve("documents", hash.substring(0, 2), hash.substring(2, 4), hash);
    }

    /// Neither where the name would lead to nor anywhere on the way down to the documents.
    private void liesNowhereElse(String given) {
        for (var folder = data.resolve("documents", "incoming").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            assertThat(folder.resolve(name + ".txt")).doesNotExist();
            var led = led(folder, given);
            if (led != null) assertThat(led).as(given).doesNotExist();
        }
    }

    private static Path led(Path folder, String given) {
        try {
            return Stream.of(folder.resolve(given).normalize())
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(null);
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
