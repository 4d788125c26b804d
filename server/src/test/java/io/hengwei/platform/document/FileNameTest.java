package io.hengwei.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\a\\截图.png, 截图.png",
        "a/b\\c.pdf, c.pdf",
        ".htaccess, htaccess",
        "'故障 报告.docx ', 故障 报告.docx",
        "trailing.pdf..., trailing.pdf",
    })
    void onlyTheNameIsLeftOfAPath(String given, String name) {
        assertThat(FileName.harmless(given)).isEqualTo(name);
    }

    @Test
    void charactersThatTurnTheDirectionOrEndTheLineAreTakenOut() {
        assertThat(FileName.harmless("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.harmless("a\r\nSet-Cookie: x\u0000.txt")).isEqualTo("aSet-Cookie: x.txt");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.harmless("报".repeat(500) + ".pdf")).endsWith(".pdf").hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/", "..", "a/..", "\u202E"})
    void whatHasNoNameIsRefused(String given) {
        assertThatThrownBy(() -> FileName.harmless(given)).isInstanceOf(Refused.class);
    }
}
