package io.hengwei.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchQueryTest {
    @Test
    void nothingAskedRequiresNothing() {
        assertThat(SearchQuery.of(null).required()).isEmpty();
        assertThat(SearchQuery.of("  \u200B ").required()).isEmpty();
        assertThat(SearchQuery.of(" ").isEmpty()).isTrue();
    }

    @Test
    void signsAloneFindNothingRatherThanEverything() {
        assertThat(SearchQuery.of("😀").required()).hasSize(1);
        assertThat(Tokens.of("anything 任何 😀 -"))
                .doesNotContainAnyElementsOf(SearchQuery.of("😀").required());
    }

    @Test
    void aSingleIdeographBesideAWordIsLeftToThePhrase() {
        assertThat(SearchQuery.of("A区").required()).containsExactly("a");
        assertThat(SearchQuery.of("A区").matches("机房 A区 断电")).isTrue();
        assertThat(SearchQuery.of("A区").matches("机房 A 断电")).isFalse();
    }

    @Test
    void pairsThatStandApartAreTurnedDown() {
        var query = SearchQuery.of("打印机");
        var apart = "打印之后印机票";
        assertThat(Tokens.of(apart)).containsAll(query.required());
        assertThat(query.matches(apart)).isFalse();
        assertThat(query.matches("旧打印机", "无关")).isTrue();
    }

    @Test
    void everyWordMustStandSomewhere() {
        assertThat(SearchQuery.of("打印机 DB-07").matches("打印机坏了", "在 ｄｂ－07 旁")).isTrue();
        assertThat(SearchQuery.of("打印机 db-08").matches("打印机坏了", "在 db-07 旁")).isFalse();
    }

    @Test
    void quotesKeepWordsTogether() {
        assertThat(SearchQuery.of("\"disk  full\"").phrases()).containsExactly("disk full");
        assertThat(SearchQuery.of("\"disk full\"").matches("Disk\n full on db-07"))
                .isTrue();
        assertThat(SearchQuery.of("\"disk full\"").matches("full disk")).isFalse();
        assertThat(SearchQuery.of("\"unclosed").phrases()).containsExactly("unclosed");
    }

    @Test
    void aVeryLongQueryStaysAffordable() {
        assertThat(SearchQuery.of("数据库连接池耗尽".repeat(1000)).required()).hasSizeLessThanOrEqualTo(24);
    }
}
