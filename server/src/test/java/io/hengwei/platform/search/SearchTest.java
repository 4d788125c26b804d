package io.hengwei.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@HengweiTest
class SearchTest {
    @Autowired
    TokenWriter writer;

    @Autowired
    SearchController search;

    @Autowired
    RecordCards cards;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JsonMapper json;

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    SomeCompany company;
    UnitId branch;
    UserId desk;

    @BeforeEach
    void aBranch() {
        company = new SomeCompany(db, transactions);
        branch = company.branch();
        desk = company.person(branch, "服务台");
    }

    @Test
    void aRecordIsFoundByNumberTitleAndDescription() {
        var record = opened("核心账务无法登录", "交换机 db-07:9100 报警");
        var number = number(record);
        for (var typed : List.of(
                number, number.toLowerCase(), number.substring(0, number.length() - 2), "账务 登录", "db-07", "交换机")) {
            if (typed.matches("(?i)TST[0-9]+") || !typed.toUpperCase().startsWith("TST")) {
                assertThat(found(typed)).as(typed).contains(record);
            }
        }
        assertThat(found("不存在的词语")).isEmpty();
        assertThat(found("  ")).isEmpty();
        assertThat(found("！？。")).isEmpty();
    }

    @Test
    void aRevisionIsFoundByItsNewWordsOnly() {
        var record = opened("旧标题甲乙丙", "旧");
        company.make("update record.record_card set title = '新标题丁戊己' where id = ?", record.value());
        consume(line(record, "Revise", "INVESTIGATING", Map.of("title", "新标题丁戊己", "description", "新")));
        assertThat(found("丁戊己")).contains(record);
        assertThat(found("甲乙丙")).doesNotContain(record);
    }

    @Test
    void aReplayChangesNothing() {
        var record = opened("重放测试", "内容");
        consume(line(record, "OpenIncident", null, Map.of("title", "重放测试", "description", "内容")));
        assertThat(found("重放测试")).containsExactly(record);
    }

    @Test
    void nobodyFindsWhatHeMayNotSee() {
        var record = opened("机密系统故障", "内容");
        var elsewhere = company.branch();
        var stranger = company.person(elsewhere, "外人");
        assertThat(SomeCompany.as(stranger, elsewhere, () -> search.search("机密系统", 20), "incident:read")
                        .records())
                .isEmpty();
        assertThat(SomeCompany.as(stranger, elsewhere, () -> search.search(number(record), 20), "incident:read")
                        .records())
                .isEmpty();
        assertThat(SomeCompany.as(stranger, branch, () -> search.search("机密系统", 20), "work-order:read")
                        .records())
                .as("sight through another kind")
                .isEmpty();
    }

    @Test
    void whoTakesPartFindsItWithoutAGrant() {
        var requester = company.person(branch, "申报人");
        var engineer = company.person(branch, "工程师");
        var group = company.group(branch, engineer);
        var record = company.card("自己的故障", branch, requester, group, null);
        consume(line(record, "OpenIncident", null, Map.of("title", "自己的故障", "description", "内容")));
        assertThat(SomeCompany.as(requester, branch, () -> search.search("自己的故障", 20))
                        .records())
                .hasSize(1);
        assertThat(SomeCompany.as(engineer, branch, java.util.Set.of(group), () -> search.search("自己的故障", 20))
                        .records())
                .hasSize(1);
    }

    @Test
    void peopleAreFoundByNameAndWildcardsMeanThemselves() {
        company.person(branch, "欧阳%锋");
        assertThat(SomeCompany.as(desk, branch, () -> search.search("欧阳%", 20)).people())
                .extracting("name")
                .containsExactly("欧阳%锋");
        assertThat(SomeCompany.as(desk, branch, () -> search.search("%%%", 20)).people())
                .isEmpty();
    }

    @Test
    void theSearchBoxAnswersOverHttp() {
        var people = new People(context);
        var person = people.person(people.branch());
        assertThat(http.get().uri("/api/search?q=x").cookie(people.session(person)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("records")
                .asArray()
                .isEmpty();
        assertThat(http.get().uri("/api/search?q=x&size=1000").cookie(people.session(person)))
                .hasStatus(400);
        assertThat(http.get().uri("/api/search?q=x")).hasStatus(401);
    }

    private RecordId opened(String title, String description) {
        var record = company.card(title, branch, null, null, null);
        company.make(
                "update record.record_card set number = ? where id = ?",
                "TST" + Math.abs(record.hashCode()),
                record.value());
        consume(line(record, "OpenIncident", null, Map.of("title", title, "description", description)));
        return record;
    }

    private String number(RecordId record) {
        return Scope.asSystem(() -> cards.find(record)).orElseThrow().number();
    }

    private List<RecordId> found(String typed) {
        return SomeCompany.as(desk, branch, () -> search.search(typed, 20), "incident:read").records().stream()
                .map(SearchQueries.Row::id)
                .toList();
    }

    private JournalLine line(RecordId record, String command, String from, Map<String, String> body) {
        return new JournalLine(
                1,
                Ids.next(),
                record.value(),
                "INCIDENT",
                1,
                branch,
                command,
                1,
                json.valueToTree(body),
                from,
                "INVESTIGATING",
                null,
                null,
                desk,
                Instant.now(),
                Instant.now());
    }

    private void consume(JournalLine line) {
        Scope.asSystem(() -> transactions.executeWithoutResult(ignored -> writer.consume(List.of(line))));
    }
}
