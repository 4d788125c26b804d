package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Sessions that are seen and ended, that nobody can plant, and that grow stale.
@HengweiTest
class SessionsTest {
    private static final String[] NO_CODE = {};

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    Door door;
    People people;

    @BeforeEach
    void standAtTheDoor() {
        door = new Door(context);
        people = new People(context);
    }

    @Test
    void aPersonSeesTheOwnSessionsAndEndsThem() {
        var person = people.person(people.branch());
        var here = Door.session(door.signIn(person, People.PASSWORD, "Firefox", NO_CODE));
        var there = Door.session(door.signIn(person, People.PASSWORD, "Edge", NO_CODE));
        var third = Door.session(door.signIn(person, People.PASSWORD, "Safari", NO_CODE));
        var seen = Client.tree(door.get(here, "/api/me/sessions"));
        assertThat(seen).hasSize(3);
        assertThat(seen.findValuesAsString("agent")).containsExactlyInAnyOrder("Firefox", "Edge", "Safari");
        assertThat(seen.findValuesAsString("current")).containsOnlyOnce("true");
        var edge = id(here, "Edge");
        assertThat(door.delete(here, "/api/me/sessions/" + edge)).hasStatus(204);
        assertThat(door.get(there, "/api/me")).hasStatus(401);
        assertThat(door.delete(here, "/api/me/sessions")).hasStatus(204);
        assertThat(door.get(third, "/api/me")).hasStatus(401);
        assertThat(door.get(here, "/api/me")).hasStatusOk();
    }

    @Test
    void nobodyEndsTheSessionsOfAnother() {
        var victim = people.person(people.branch());
        var open = people.session(victim);
        var id = Client.tree(door.get(open, "/api/me/sessions"))
                .get(0)
                .path("id")
                .asString();
        var other = people.session(people.person(people.branch(), "USER_ADMIN"));
        assertThat(door.delete(other, "/api/me/sessions/" + id)).hasStatus(404);
        assertThat(door.get(other, "/api/people/" + victim + "/account")).hasStatus(403);
        assertThat(door.delete(other, "/api/people/" + victim + "/sessions/" + id))
                .hasStatus(403);
        assertThat(door.delete(other, "/api/people/" + victim + "/sessions")).hasStatus(403);
        assertThat(door.get(open, "/api/me")).hasStatusOk();
    }

    @Test
    void whoLooksAfterPeopleSeesAndEndsTheirSessions() {
        var unit = people.branch();
        var person = people.person(unit);
        var open = Door.session(door.signIn(person, People.PASSWORD));
        var office = office(unit);
        var account = Client.tree(door.get(office, "/api/people/" + person + "/account"));
        assertThat(account.path("sessions").get(0).path("agent").asString()).isEqualTo("Firefox");
        var id = account.path("sessions").get(0).path("id").asString();
        assertThat(door.delete(office, "/api/people/" + person + "/sessions/" + id))
                .hasStatus(204);
        assertThat(door.get(open, "/api/me")).hasStatus(401);
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("EndSession"));
    }

    @Test
    void aLockIsSeenAndOpenedByAnAdministrator() {
        var unit = people.branch();
        var person = people.person(unit);
        for (int i = 0; i < 5; i++) door.signIn(person, "Wrong!horse7");
        assertThat(door.signIn(person, People.PASSWORD)).hasStatus(401);
        var office = office(unit);
        var path = "/api/people/" + person;
        assertThat(Client.tree(door.get(office, path + "/account"))
                        .path("lockedUntil")
                        .asString())
                .isNotEmpty();
        assertThat(door.delete(office(people.branch()), path + "/lock")).hasStatus(403);
        assertThat(door.delete(office, path + "/lock")).hasStatus(204);
        assertThat(door.signIn(person, People.PASSWORD)).hasStatusOk();
        assertThat(door.journal(person.value()))
                .anyMatch(line ->
                        line.startsWith("SignInFailed") && line.contains("\"locked\": true") && line.contains("until"))
                .anyMatch(line -> line.startsWith("Unlock"));
    }

    @Test
    void useInTwoPlacesIsNoticedUntilItsPersonKnows() {
        var person = people.person(people.branch());
        door.signIn(person, People.PASSWORD, "Firefox", NO_CODE);
        var same = door.signIn(person, People.PASSWORD, "Firefox", NO_CODE);
        assertThat(same).bodyJson().extractingPath("$.parallel").asArray().isEmpty();
        var stranger = door.signIn(person, People.PASSWORD, "curl", NO_CODE);
        assertThat(stranger).bodyJson().extractingPath("$.parallel").asArray().hasSize(1);
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("ParallelUse"));
        door.delete(Door.session(stranger), "/api/session");
        var back = door.signIn(person, People.PASSWORD, "Firefox", NO_CODE);
        assertThat(back)
                .as("told again")
                .bodyJson()
                .extractingPath("$.parallel")
                .asArray()
                .hasSize(1);
        assertThat(door.post(Door.session(back), "/api/me/parallel-uses/known", Map.of()))
                .hasStatus(204);
        assertThat(door.signIn(person, People.PASSWORD, "Firefox", NO_CODE))
                .bodyJson()
                .extractingPath("$.parallel")
                .asArray()
                .isEmpty();
        assertThat(door.get(Door.session(back), "/api/me/account"))
                .bodyJson()
                .extractingPath("$.parallelUses[0].known")
                .isEqualTo(true);
    }

    @Test
    void whereASettingSaysSoTheEarlierSessionsEnd() {
        var person = people.person(people.branch());
        var first = Door.session(door.signIn(person, People.PASSWORD, "Firefox", NO_CODE));
        set(IdentitySettings.ParallelSessions.ENDED);
        try {
            var second = Door.session(door.signIn(person, People.PASSWORD, "Edge", NO_CODE));
            assertThat(door.get(first, "/api/me")).hasStatus(401);
            assertThat(door.get(second, "/api/me")).hasStatusOk();
        } finally {
            set(null);
        }
    }

    private void set(IdentitySettings.ParallelSessions value) {
        Scope.asSystem(() -> context.getBean(SettingAdministration.class)
                .change(
                        IdentitySettings.PARALLEL_SESSIONS,
                        SettingScope.GLOBAL,
                        value,
                        Instant.now().minusSeconds(1),
                        "test"));
    }

    @Test
    void nobodyPlantsASession() {
        var person = people.person(people.branch());
        var planted = new Cookie("HENGWEI_SESSION", "planted-by-somebody-else");
        var before = people.session(people.person(people.branch()));
        for (var brought : new Cookie[] {planted, before}) {
            var entered = http.post()
                    .uri("/api/session")
                    .cookie(brought)
                    .with(People.csrf())
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"username\":\"%s\",\"password\":\"%s\"}"
                            .formatted(door.username(person), People.PASSWORD))
                    .exchange();
            assertThat(entered).hasStatusOk();
            assertThat(Door.session(entered).getValue()).isNotEqualTo(brought.getValue());
            assertThat(door.get(brought, "/api/me")).hasStatus(401);
            assertThat(door.get(Door.session(entered), "/api/me")).hasStatusOk();
        }
    }

    @Test
    void aKeyOperationAsksForAFreshProofAndTheProofBringsANewSecret() {
        var unit = people.branch();
        var admin = people.person(unit, "USER_ADMIN");
        var someone = people.person(unit);
        var session = people.session(admin);
        var grant = Map.of("role", "ENGINEER", "unit", unit.toString());
        var path = "/api/people/" + someone + "/grants";
        door.ageProof(admin, Duration.ofMinutes(11));
        assertThat(door.post(session, path, grant))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("reauthentication-required");
        assertThat(door.get(session, "/api/people")).as("reading goes on").hasStatusOk();
        assertThat(door.post(session, "/api/session/proof", Map.of("password", "Wrong!horse7")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("password");
        var proved = door.post(session, "/api/session/proof", Map.of("password", People.PASSWORD));
        assertThat(proved).hasStatus(204);
        assertThat(door.get(session, "/api/me")).as("the old secret").hasStatus(401);
        assertThat(door.post(Door.session(proved), path, grant)).hasStatus(201);
        var program = Client.of(context, people.token(people.person(unit, "USER_ADMIN")));
        assertThat(program.post(path, "{\"role\":\"UNIT_IT\",\"unit\":\"%s\"}".formatted(unit)))
                .as("a token is not asked")
                .hasStatus(201);
    }

    @Test
    void askingWhenASessionEndsKeepsItNotAwake() {
        var person = people.person(people.branch());
        var session = people.session(person);
        door.leaveIdle(person, Duration.ofMinutes(29));
        assertThat(door.get(session, "/api/session")).hasStatusOk();
        assertThat(http.get().uri("/api/me").cookie(session).header("X-Unattended", "1"))
                .hasStatusOk();
        door.leaveIdle(person, Duration.ofMinutes(31));
        assertThat(door.get(session, "/api/session")).hasStatus(401);
        var kept = people.session(person);
        door.leaveIdle(person, Duration.ofMinutes(29));
        http.get().uri("/api/me").cookie(kept).header("X-Unattended", "1").exchange();
        assertThat(secondsLeft(kept)).isBetween(1L, 60L);
        assertThat(door.get(kept, "/api/me")).hasStatusOk();
        assertThat(secondsLeft(kept)).isGreaterThan(1_700);
    }

    private long secondsLeft(Cookie session) {
        return Client.tree(door.get(session, "/api/session"))
                .path("secondsLeft")
                .asLong();
    }

    private Cookie office(UnitId unit) {
        return people.session(people.person(unit, "USER_ADMIN"));
    }

    private String id(Cookie session, String agent) {
        for (var one : Client.tree(door.get(session, "/api/me/sessions")))
            if (one.path("agent").asString().equals(agent))
                return one.path("id").asString();
        throw new AssertionError("No session of " + agent);
    }
}
