package io.hengwei.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static boolean found(String query, String... texts) {
        return Tokens.of(texts).containsAll(SearchQuery.of(query).required());
    }

    @Test
    void ideographsCountInPairs() {
        assertThat(Tokens.of("打印机无法连接" + " ".repeat(100)))
                .containsExactlyInAnyOrder("打印", "印机", "机无", "无法", "法连", "连接");
        assertThat(SearchQuery.of("打印机").required()).containsExactlyInAnyOrder("打印", "印机");
    }

    @Test
    void aTitleIsFoundByOneIdeographALongTextIsNot() {
        assertThat(found("灯", "机房红灯闪烁")).isTrue();
        assertThat(found("灯", "机房红灯闪烁" + "，详见附件".repeat(30))).isFalse();
        assertThat(found("红灯", "机房红灯闪烁" + "，详见附件".repeat(30))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "INC0000042, INC0000042",
        "inc0000042, INC0000042",
        "0000042, INC0000042",
        "42, INC0000042",
        "0x0a3f, 错误码 0x0A3F。",
        "AST-004211, 资产AST-004211丢失",
        "004211, AST-004211",
        "4211, AST-004211",
        "ast, AST-004211",
        "db-07:9100, 主机 db-07:9100 无响应",
        "db-07, db-07:9100",
        "07:9100, db-07:9100",
        "9100, db-07:9100",
        "10.20.30, 10.20.30.40",
        "ops@bank.example, 发件人 ops@bank.example.",
        "db07.prod.north.bank.example.cn, https://db07.prod.north.bank.example.cn/login",
        "north.bank, db07.prod.north.bank.example.cn",
        "２００, HTTP 200",
        "ＰＲＩＮＴＥＲ, Printer offline",
        "Straße, STRASSE Straße",
        "𠮷野, 𠮷野家",
        "ハードディスク, ﾊｰﾄﾞﾃﾞｨｽｸ 故障",
        "打印机A3, 打印机A3卡纸"
    })
    void aTextIsFoundByWhatStandsInIt(String query, String text) {
        assertThat(found(query, text)).isTrue();
        assertThat(SearchQuery.of(query).required()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"db-08, db-07:9100", "0000043, INC0000042", "打印, 印打", "0a3f, 0x0a3f", "07-9100, db-07:9100", "x, 0x0a3f"
    })
    void aTextIsNotFoundByWhatDoesNot(String query, String text) {
        assertThat(found(query, text)).isFalse();
    }

    @Test
    void invisibleCharactersAreNotThere() {
        assertThat(Tokens.of("打\u200B印\uFEFF机")).containsAll(Tokens.of("打印机"));
        assertThat(Tokens.of("pass\u00ADword")).containsExactly("password");
        assertThat(Tokens.of("5\uFE0F\u20E3")).containsExactly("5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "😀👨‍👩‍👧", "！？……—", "\uD800", "\uDC00\uD83D", "\u0000\u0007", "-_.:/@"})
    void signsAloneGiveNoTokens(String text) {
        assertThat(Tokens.of(text)).isEmpty();
    }

    @Test
    void halvesOfCharactersDoNoHarm() {
        assertThat(Tokens.of("磁盘\uD83D满\uDE00了"))
                .contains("磁盘", "满")
                .noneMatch(t -> t.chars().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void longTextsAreCut() {
        assertThat(Tokens.of("网络".repeat(1_000_000))).containsExactly("网络", "络网");
        assertThat(Tokens.of("a".repeat(1_000_000))).containsExactly("a".repeat(64));
        assertThat(Tokens.of("x-".repeat(1_000_000))).hasSizeLessThan(10);
        var random = new Random(7);
        var noise = random.ints(50_000, 0x4E00, 0x9FA5)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        assertThat(Tokens.of(noise.toString())).hasSizeLessThanOrEqualTo(4_000);
    }

    @Test
    void aWordTooLongIsStillFoundByItself() {
        var word = "ab".repeat(60);
        assertThat(found(word, "key " + word)).isTrue();
    }

    @Test
    void whatWasTypedAnywhereInATextFindsIt() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var text = noise(random, 40);
            int from = random.nextInt(30);
            var word = text.substring(from, from + 2 + random.nextInt(8));
            assertThat(Tokens.of(text))
                    .as("seed %d: '%s' in '%s'", seed, word, text)
                    .containsAll(SearchQuery.of(word).required().stream()
                            .filter(token -> wholeIn(word, token))
                            .toList());
        }
    }

    /// A word cut in its middle is no word of the text; ideographs may be cut anywhere.
    private static boolean wholeIn(String word, String token) {
        return token.codePointAt(0) > 0x2E80 && token.length() == 2 && word.contains(token);
    }

    private static String noise(Random random, int length) {
        var characters = "打印机网络断开数据库系统重启ab12-:. ，😀";
        var result = new StringBuilder();
        while (result.length() < length) {
            result.appendCodePoint(characters.codePointAt(random.nextInt(20)));
        }
        return result.toString();
    }

    @Test
    void fieldsHaveTokensOfTheirOwn() {
        assertThat(Tokens.field("room", " Ｂ-12 ")).isEqualTo("room=b-12");
    }
}
