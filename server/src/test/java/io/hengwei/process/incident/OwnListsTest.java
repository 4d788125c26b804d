package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Lists of what concerns the person who asks, and of what follows the clock.
@HengweiTest
class OwnListsTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private People people;
    private UnitId unit;
    private Client manager;

    @BeforeEach
    void somebodyWhoManagesIncidents() {
        people = new People(context);
        unit = people.branch();
        manager = Client.of(context, people.token(people.person(unit, "INCIDENT_MANAGER")));
    }

    @Test
    void aPersonFindsTheOwnReportsWhereverTheyAreLookedAfter() {
        var requester = people.person(people.branch(), "ENGINEER");
        var id = open(requester);
        var own = Client.of(context, people.token(requester));
        assertThat(own.get("/api/incidents?requester=" + requester)
                        .path("rows")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
        assertThat(own.get("/api/incidents").path("rows").toString()).doesNotContain(id);
        var stranger = Client.of(context, people.token(people.person(people.branch(), "ENGINEER")));
        assertThat(stranger.get("/api/incidents?requester=" + requester)
                        .path("rows")
                        .size())
                .isZero();
    }

    @Test
    void aListThatFollowsTheClockHasAnotherPage() {
        var requester = people.person(unit);
        open(requester);
        open(requester);
        var first = manager.get("/api/incidents?due=SOON&size=1");
        var second = manager.get(
                "/api/incidents?due=SOON&size=1&after=" + first.path("next").asString());
        assertThat(second.path("rows").path(0).path("id").asString())
                .isNotEqualTo(first.path("rows").path(0).path("id").asString());
        assertThat(second.path("rows").size()).isOne();
    }

    @Test
    void anOrderNamesItsOriginOnlyWhereItIsRaised() {
        var group = new SomeCompany(db, transactions).group(unit);
        var foreign = open(people.person(unit));
        var answer = manager.post("/api/work-orders", """
            {"type":"ON_SITE_SUPPORT","title":"换硒鼓","instructions":"三楼","unit":"%s","group":"%s","origin":"%s"}""".formatted(unit, group, foreign));
        assertThat(answer).hasStatus(400);
        assertThat(Client.tree(answer).path("reason").asString()).isEqualTo("origin-by-form");
    }

    private String open(UserId requester) {
        return manager.make("/api/incidents", """
            {"kind":"FAULT","title":"打印机不工作","description":"三楼","requester":"%s","unit":"%s","channel":"HOTLINE","occurredAt":"2026-01-05T01:00:00Z",
            "impact":"ONE_PERSON","effect":"IMPAIRED","urgency":"LOW"}""".formatted(requester, unit));
    }
}
