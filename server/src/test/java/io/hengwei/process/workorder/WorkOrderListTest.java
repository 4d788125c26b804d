package io.hengwei.process.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The list of work orders over HTTP: it answers to the same words as the list of incidents.
@HengweiTest
class WorkOrderListTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private SomeCompany company;
    private UnitId unit;
    private GroupId group;
    private Client manager;

    @BeforeEach
    void threeOrders() {
        var people = new People(context);
        unit = people.branch();
        company = new SomeCompany(db, transactions);
        group = company.group(unit);
        manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
        raise("昨天到期", Duration.ofHours(1));
        pass("昨天到期");
        raise("马上到期", Duration.ofHours(1));
        raise("下周到期", Duration.ofDays(7));
    }

    private void raise(String title, Duration due) {
        manager.make("/api/work-orders", """
            {"type":"ON_SITE_SUPPORT","title":"%s","instructions":"三楼","unit":"%s","group":"%s","dueAt":"%s"}""".formatted(
                        title, unit, group, Instant.now().plus(due)));
    }

    /// Nobody can ask for what is past; time makes it so.
    private void pass(String title) {
        company.make(
                "update workorder.work_order set due_at = now() - interval '1 day' where title = ? and unit = ?",
                title,
                unit.value());
    }

    private List<String> titles(String query) {
        return manager.get("/api/work-orders?unit=" + unit + "&" + query)
                .path("rows")
                .valueStream()
                .map(row -> row.path("title").asString())
                .toList();
    }

    @Test
    void whatIsDueIsAskedForInTheWordsOfEveryList() {
        assertThat(titles("due=OVERDUE")).containsExactly("昨天到期");
        assertThat(titles("due=SOON")).containsExactlyInAnyOrder("昨天到期", "马上到期");
        assertThat(titles("")).hasSize(3);
    }

    @Test
    void theMostUrgentComesFirstWhenSortedByTimeLeft() {
        assertThat(titles("sort=nextDueAt")).containsExactly("昨天到期", "马上到期", "下周到期");
        assertThat(titles("due=SOON&sort=nextDueAt")).containsExactly("昨天到期", "马上到期");
    }

    @Test
    void phasesAreAskedForTogether() {
        assertThat(titles("phase=OPEN&phase=WAITING")).hasSize(3);
        assertThat(titles("phase=DONE")).isEmpty();
        assertThat(titles("phase=DONE&state=DISPATCHED")).isEmpty();
    }
}
