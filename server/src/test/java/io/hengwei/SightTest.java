package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.Annotations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UserId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// Reading one kind of record somewhere lets nobody see the other kinds there: neither in what the database shows nor
/// in any list.
@HengweiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SightTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    People people;
    OtherBranch incidents;
    OtherBranch orders;
    UserId person;

    @BeforeAll
    void twoBranches() {
        people = new People(context);
        incidents = OtherBranch.made(context, people, "FIRST");
        orders = OtherBranch.made(context, people, "SECOND");
        person = people.person(people.branch());
    }

    @Test
    void theDatabaseShowsIncidentsHereAndOrdersThere() {
        var scope = reading(new Reach(false, Set.of(incidents.unit())), new Reach(false, Set.of(orders.unit())));
        assertThat(seen(scope, "select kind || ' ' || title from record.record_card where id in (%s)"))
                .containsExactlyInAnyOrder("INCIDENT FIRST title", "WORK_ORDER SECOND order");
        assertThat(seen(scope, "select distinct kind || ' ' || subject from record.journal where subject in (%s)"))
                .containsExactlyInAnyOrder("INCIDENT " + incidents.incident(), "WORK_ORDER " + orders.order());
        assertThat(seen(scope, "select id::text from incident.incident where id in (%s)"))
                .containsExactly(incidents.incident().toString());
        assertThat(seen(scope, "select id::text from workorder.work_order where id in (%s)"))
                .containsExactly(orders.order().toString());
        assertThat(seen(scope, "select distinct record::text from sla.clock where record in (%s)"))
                .containsExactly(incidents.incident().toString());
        assertThat(seen(scope, "select record::text from document.attachment where record in (%s)"))
                .containsExactly(incidents.incident().toString());
    }

    @Test
    void oneKindEverywhereIsNotEveryKind() {
        var scope = reading(Reach.EVERYWHERE, Reach.NOWHERE);
        assertThat(seen(scope, "select distinct kind from record.record_card where id in (%s)"))
                .containsExactly("INCIDENT");
        assertThat(seen(scope, "select id::text from incident.incident where id in (%s)"))
                .hasSize(2);
        assertThat(seen(scope, "select distinct kind from sla.clock where record in (%s)"))
                .containsExactly("INCIDENT");
        assertThat(seen(scope, "select id::text from workorder.work_order where id in (%s)"))
                .isEmpty();
        var all = reading(Reach.EVERYWHERE, Reach.EVERYWHERE);
        assertThat(seen(all, "select id::text from record.record_card where id in (%s)"))
                .hasSize(4);
    }

    @Test
    void listsOverAllKindsShowWhatMayBeRead() throws Exception {
        var manager = people.person(orders.unit(), "INCIDENT_MANAGER");
        Scope.asSystem(() -> context.getBean(GrantAdministration.class)
                .grant(manager, new IdentityAct.Grant("INCIDENT_MANAGER", incidents.unit(), null, null)));
        var annotations = context.getBean(Annotations.class);
        for (RecordId record : List.of(incidents.incident(), incidents.order()))
            Scope.asSystem(() -> {
                annotations.watch(record, manager);
                return record;
            });
        var token = people.token(manager, "incident:read");
        var work = get("/api/my-work", token);
        assertThat(JsonPath.<List<String>>read(work, "$..kind")).isNotEmpty().containsOnly("INCIDENT");
        assertThat(JsonPath.<Integer>read(work, "$.counts.open")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(get("/api/search?q=order", token), "$.records[*].kind"))
                .isEmpty();
        assertThat(get("/api/incidents/" + incidents.incident(), token)).doesNotContain("FIRST order");
        assertThat(JsonPath.<List<String>>read(get("/api/my-work", people.token(manager)), "$..kind"))
                .contains("INCIDENT", "WORK_ORDER");
    }

    private String get(String path, String token) throws Exception {
        var answer =
                http.get().uri(path).header("Authorization", "Bearer " + token).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Scope reading(Reach incident, Reach order) {
        var kinds = Map.of("INCIDENT", incident, "WORK_ORDER", order);
        return new Scope(
                person,
                Sight.of(incident.and(order), kinds),
                Set.of(),
                Map.of("incident:read", incident, "work-order:read", order));
    }

    private List<String> seen(Scope scope, String sql) {
        var ids = List.of(incidents.incident(), incidents.order(), orders.incident(), orders.order()).stream()
                .map(id -> "'" + id + "'")
                .collect(java.util.stream.Collectors.joining(", "));
        return Scope.as(
                scope,
                () -> transactions.execute(ignored ->
                        db.sql(sql.formatted(ids)).query(String.class).list()));
    }
}
