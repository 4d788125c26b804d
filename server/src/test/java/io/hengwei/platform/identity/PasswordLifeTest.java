package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/// A password from the day it is set to the day it expires.
@HengweiTest
class PasswordLifeTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    Door door;
    People people;

    @BeforeEach
    void standAtTheDoor() {
        door = new Door(context);
        people = new People(context);
    }

    @Test
    void anExpiredPasswordOpensNothingButItsOwnChange() {
        var person = people.person(people.branch(), "DESK_OPERATOR");
        door.agePassword(person, Duration.ofDays(91));
        var entered = door.signIn(person, People.PASSWORD);
        assertThat(entered).hasStatusOk().bodyJson().extractingPath("$.next").isEqualTo("PASSWORD");
        var limited = Door.session(entered);
        for (var path : new String[] {"/api/me", "/api/people", "/api/my-work", "/api/me/account", "/api/me/sessions"})
            assertThat(door.get(limited, path))
                    .as(path)
                    .hasStatus(403)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("password-expired");
        assertThat(door.post(limited, "/api/me/tokens", Map.of("name", "x"))).hasStatus(403);
        assertThat(door.post(limited, "/api/me/second-factor", Map.of())).hasStatus(403);
        assertThat(door.post(limited, "/api/session/proof", Map.of("password", People.PASSWORD)))
                .hasStatus(403);
        var changed = door.changePassword(limited, People.PASSWORD, "Better!horse8");
        assertThat(changed).hasStatus(204);
        assertThat(door.get(limited, "/api/me"))
                .as("the limited session is over")
                .hasStatus(401);
        assertThat(door.get(Door.session(changed), "/api/me")).hasStatusOk();
        assertThat(door.signIn(person, "Better!horse8"))
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo("OPEN");
    }

    @Test
    void aWeekBeforeItExpiresItSaysSo() {
        var person = people.person(people.branch());
        door.agePassword(person, Duration.ofDays(80));
        assertThat(door.signIn(person, People.PASSWORD))
                .bodyJson()
                .extractingPath("$.passwordExpiresAt")
                .isNull();
        door.agePassword(person, Duration.ofDays(85));
        var entered = door.signIn(person, People.PASSWORD);
        assertThat(entered).bodyJson().extractingPath("$.next").isEqualTo("OPEN");
        assertThat(entered).bodyJson().extractingPath("$.passwordExpiresAt").isNotNull();
        assertThat(door.get(Door.session(entered), "/api/me/account"))
                .bodyJson()
                .extractingPath("$.passwordExpiresSoon")
                .isEqualTo(true);
    }

    @Test
    void whatSomebodyElseHasSetIsChangedFirst() {
        var unit = people.branch();
        var person = people.person(unit);
        var office = people.person(unit, "USER_ADMIN");
        var scope = Scope.asSystem(
                () -> context.getBean(Directory.class).scopeOf(office).orElseThrow());
        Scope.as(scope, () -> {
            context.getBean(PersonAdministration.class).setPassword(person, "Lent!horse33");
            return true;
        });
        var entered = door.signIn(person, "Lent!horse33");
        assertThat(entered).bodyJson().extractingPath("$.next").isEqualTo("PASSWORD");
        assertThat(door.changePassword(Door.session(entered), "Lent!horse33", "Lent!horse33"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("password-used");
        assertThat(door.changePassword(Door.session(entered), "Lent!horse33", "Mine!horse44"))
                .hasStatus(204);
    }

    @Test
    void noneOfTheLastFiveComesBack() {
        var person = people.person(people.branch());
        var session = people.session(person);
        var now = People.PASSWORD;
        for (int i = 0; i < 5; i++) {
            var next = "Other!horse" + (20 + i * 13);
            var changed = door.changePassword(session, now, next);
            assertThat(changed).hasStatus(204);
            session = Door.session(changed);
            now = next;
            if (i == 3)
                assertThat(door.changePassword(session, now, People.PASSWORD))
                        .hasStatus(400)
                        .bodyJson()
                        .extractingPath("$.errors[0].field")
                        .isEqualTo("password");
        }
        assertThat(door.changePassword(session, now, People.PASSWORD))
                .as("the sixth")
                .hasStatus(204);
    }

    @Test
    void anOlderHashIsMadeStrongerAtSignIn() {
        var person = people.person(people.branch());
        var older = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(People.PASSWORD);
        door.inTransaction(() -> db.sql("update identity.password set hash = ? where person = ?")
                .param(older)
                .param(person.value())
                .update());
        assertThat(door.signIn(person, People.PASSWORD)).hasStatusOk();
        assertThat(hash(person)).startsWith("{bcrypt}$2a$11$");
        assertThat(door.signIn(person, People.PASSWORD)).hasStatusOk();
    }

    @Test
    void wrongOldPasswordsCountAsAtTheDoor() {
        var person = people.person(people.branch());
        var session = people.session(person);
        for (int i = 0; i < 5; i++)
            assertThat(door.changePassword(session, "Wrong!horse" + i, "Better!horse8"))
                    .hasStatus(400);
        assertThat(door.changePassword(session, People.PASSWORD, "Better!horse8"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("account-locked");
        assertThat(door.signIn(person, People.PASSWORD)).hasStatus(401);
    }

    private String hash(UserId person) {
        return door.inTransaction(() -> db.sql("select hash from identity.password where person = ?")
                .param(person.value())
                .query(String.class)
                .single());
    }
}
