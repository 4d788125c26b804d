package io.hengwei.governance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Forbidden;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HengweiTest
class StatisticsTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    @Autowired
    StatisticsQuery statistics;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JsonMapper json;

    SomeCompany company;
    People people;
    UnitId branch;
    UserId reader;
    Cookie session;

    @BeforeEach
    void aBranchWithThreeIncidents() {
        company = new SomeCompany(db, transactions);
        people = new People(context);
        branch = people.branch();
        reader = people.person(branch, "INCIDENT_MANAGER");
        session = people.session(reader);
        clock(incident(branch, "P1", MORNING, MORNING.plusSeconds(3_600)), "MET");
        clock(incident(branch, "P2", MORNING.plusSeconds(86_400), MORNING.plusSeconds(86_400 + 3 * 3_600)), "MISSED");
        clock(incident(branch, "P2", MORNING.plusSeconds(86_400), null), null);
    }

    @Test
    void limitsAreKeptWhenTheClockSaysSo() throws Exception {
        var s = statistics("");
        assertThat(s.at("/met").toString()).isEqualTo("{\"yes\":1,\"no\":1,\"unknown\":1,\"share\":0.5}");
        assertThat(s.at("/byPriority").toString())
                .isEqualTo("[{\"key\":\"P1\",\"total\":1,\"met\":1},{\"key\":\"P2\",\"total\":2,\"met\":0}]");
        assertThat(s.at("/resolution").toString())
                .isEqualTo("{\"known\":2,\"medianHours\":2.0,\"meanHours\":2.0,\"p90Hours\":3.0}");
        for (var met : new boolean[] {true, false}) {
            assertThat(get("/api/incidents?met=" + met).at("/count").asInt()).isOne();
            assertThat(statistics("?met=" + met).at("/total").asInt()).isOne();
        }
    }

    @Test
    void daysAreThoseOfTheOrganisation() throws Exception {
        var s = statistics("?from=2026-03-03T00:00:00Z&to=2026-03-04T00:00:00Z");
        assertThat(s.at("/total").asInt()).isEqualTo(2);
        assertThat(s.at("/perDay").toString())
                .isEqualTo("[{\"date\":\"%s\",\"opened\":2,\"resolved\":1}]".formatted(LocalDate.of(2026, 3, 3)));
        assertThat(get("/api/incidents?resolvedFrom=2026-03-03T00:00:00Z")
                        .at("/count")
                        .asInt())
                .isOne();
    }

    @Test
    void nothingDividesByNothing() throws Exception {
        var s = statistics("?category=nobody+ever+wrote+this");
        assertThat(s.at("/total").asInt()).isZero();
        assertThat(s.at("/met/share").isNull()).isTrue();
        assertThat(s.at("/resolution/medianHours").isNull()).isTrue();
        assertThat(s.at("/perDay").isEmpty()).isTrue();
    }

    @Test
    void everyoneCountsWhatHeMaySee() {
        var elsewhere = company.branch();
        var filter = new io.hengwei.process.incident.IncidentFilter(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
        var stranger = company.person(elsewhere, "周强");
        assertThat(SomeCompany.as(
                                stranger,
                                elsewhere,
                                () -> statistics.of(filter, null, null),
                                "statistics:read",
                                "incident:read")
                        .total())
                .isZero();
        assertThatThrownBy(
                        () -> SomeCompany.as(reader, branch, () -> statistics.of(filter, null, null), "incident:read"))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void whoReadsMoreThanHeCountsCountsOnlyWhereHeMay() throws Exception {
        var counted = people.branch();
        incident(counted, "P3", MORNING, null);
        var person = people.person(counted, "UNIT_IT");
        Scope.asSystem(() -> context.getBean(GrantAdministration.class)
                .grant(person, new IdentityAct.Grant("ENGINEER", branch, null, null)));
        session = people.session(person);
        assertThat(get("/api/incidents").at("/count").asInt()).isEqualTo(4);
        assertThat(statistics("").at("/total").asInt()).isOne();
        assertThat(statistics("?unit=" + branch).at("/total").asInt()).isZero();
        assertThat(get("/api/incidents?counted=true").at("/count").asInt()).isOne();
    }

    @Test
    void aShareThatEndsBetweenTwoTimesEndsInTheirMiddle() throws Exception {
        for (int hours = 4; hours <= 11; hours++) incident(branch, "P4", MORNING, MORNING.plusSeconds(hours * 3_600L));
        assertThat(statistics("").at("/resolution").toString())
                .isEqualTo("{\"known\":10,\"medianHours\":6.5,\"meanHours\":6.4,\"p90Hours\":10.5}");
        incident(branch, "P4", MORNING, MORNING.plusSeconds(12 * 3_600L));
        assertThat(statistics("").at("/resolution/medianHours").asDouble()).isEqualTo(7);
        assertThat(statistics("").at("/resolution/p90Hours").asDouble()).isEqualTo(11);
    }

    private UUID incident(UnitId unit, String priority, Instant opened, @Nullable Instant resolved) {
        var id = Ids.next();
        var number = "T" + id.toString().substring(20);
        company.make("""
                insert into record.record_card (id, kind, number, title, state, phase, turn, priority, unit, opened_at, updated_at, version)
                values (?, 'INCIDENT', ?, 'x', 'INVESTIGATING', 'OPEN', 'HANDLER', ?, ?, ?, ?, 1)""", id, number, priority, unit.value(), at(opened), at(opened));
        company.make(
                """
                insert into incident.incident (id, version, number, title, description, state, unit, opened_at, updated_at, kind, channel, occurred_at, impact, effect,
                    urgency, priority, resolved_at, reopen_count, reassignment_count, effort_minutes, awaited_requester, left_first_line)
                values (?, 1, ?, 'x', 'x', 'INVESTIGATING', ?, ?, ?, 'FAULT', 'HOTLINE', ?, 'ONE_UNIT', 'IMPAIRED', 'HIGH', ?, ?, 0, 0, 0, false, false)""",
                id,
                number,
                unit.value(),
                at(opened),
                at(opened),
                at(opened),
                priority,
                resolved == null ? null : at(resolved));
        return id;
    }

    private void clock(UUID record, @Nullable String outcome) {
        company.make("""
                insert into sla.clock (id, record, unit, kind, name, state, outcome, limit_text, length_us, warn_us, calendar, calendar_version, level, system_class, proposed,
                    started_at, resumed_at, due_at, stopped_at)
                select ?, ?, ?, 'INCIDENT', 'RESTORE', case when o is null then 'RUNNING' else 'STOPPED' end, o, 'PT1H', 1, 0, 'x', 1, 'LEVEL_IV', 'C', false, now(),
                    case when o is null then now() end, case when o is null then now() end, case when o is not null then now() end from (select cast(? as text) as o) given""", Ids.next(), record, branch.value(), outcome);
    }

    private static Object at(Instant instant) {
        return instant.atOffset(java.time.ZoneOffset.UTC);
    }

    private JsonNode statistics(String filter) throws Exception {
        return get("/api/statistics" + filter);
    }

    private JsonNode get(String uri) throws Exception {
        var answer = http.get().uri(java.net.URI.create(uri)).cookie(session).exchange();
        assertThat(answer).as(uri).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
