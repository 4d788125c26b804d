package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.shared.UserId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HengweiTest
class SecondFactorTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    Door door;
    People people;

    private record SetUp(String secret, List<String> recovery, Cookie session) {}

    @BeforeEach
    void standAtTheDoor() {
        door = new Door(context);
        people = new People(context);
    }

    @Test
    void whoHasASecondFactorNeedsItsCodeAndEachCodeCountsOnce() {
        var person = people.person(people.branch());
        var factor = setUp(person, people.session(person));
        assertThat(door.signIn(person, People.PASSWORD))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("code-required");
        assertThat(door.signIn(person, "Wrong!horse7"))
                .as("a wrong password is told nothing of the factor")
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("sign-in");
        var code = Totp.code(factor.secret(), Instant.now());
        assertThat(door.signIn(person, People.PASSWORD, code)).hasStatusOk();
        assertThat(door.signIn(person, People.PASSWORD, code))
                .as("replay")
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("code");
        var next = Totp.code(factor.secret(), Instant.now().plusSeconds(30));
        assertThat(door.signIn(person, People.PASSWORD, next)).hasStatusOk();
    }

    @Test
    void aRecoveryCodeCountsOnceAndIsNotKept() {
        var person = people.person(people.branch());
        var factor = setUp(person, people.session(person));
        assertThat(factor.recovery()).hasSize(10).doesNotHaveDuplicates();
        var one = factor.recovery().getFirst();
        assertThat(door.signIn(person, People.PASSWORD, one.toLowerCase().replace("-", " ")))
                .hasStatusOk();
        assertThat(door.signIn(person, People.PASSWORD, one)).hasStatus(401);
        assertThat(door.journal(person.value()))
                .anyMatch(line -> line.startsWith("UseRecoveryCode") && line.contains("9"))
                .noneMatch(line -> line.contains(one) || line.contains(factor.secret()));
        var kept = door.inTransaction(
                () -> db.sql("select encode(hash, 'escape') from identity.recovery_code where person = ?")
                        .param(person.value())
                        .query(String.class)
                        .list());
        assertThat(kept).hasSize(10).noneMatch(hash -> hash.contains(one.substring(0, 4)));
        var sealed = door.inTransaction(
                () -> db.sql("select encode(sealed, 'escape') from identity.second_factor where person = ?")
                        .param(person.value())
                        .query(String.class)
                        .single());
        assertThat(sealed).doesNotContain(factor.secret());
    }

    @Test
    void wrongCodesLockTheAccount() {
        var person = people.person(people.branch());
        var factor = setUp(person, people.session(person));
        for (int i = 0; i < 5; i++)
            assertThat(door.signIn(person, People.PASSWORD, "00000" + i)).hasStatus(401);
        assertThat(door.signIn(person, People.PASSWORD, Totp.code(factor.secret(), Instant.now())))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("sign-in");
    }

    @Test
    void whoseRoleDemandsItDoesNothingBeforeItIsSetUp() {
        var person = people.person(people.branch(), "SYS_AUDITOR");
        var entered = door.signIn(person, People.PASSWORD);
        assertThat(entered).bodyJson().extractingPath("$.next").isEqualTo("FACTOR");
        var limited = Door.session(entered);
        assertThat(door.get(limited, "/api/me"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("second-factor-required");
        assertThat(door.delete(limited, "/api/me/second-factor")).hasStatus(403);
        var factor = setUp(person, limited);
        assertThat(door.get(limited, "/api/me"))
                .as("the limited session is over")
                .hasStatus(401);
        assertThat(door.get(factor.session(), "/api/me")).hasStatusOk();
        assertThat(door.delete(factor.session(), "/api/me/second-factor"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("second-factor-demanded");
    }

    @Test
    void onlyAFreshProofTouchesIt() {
        var person = people.person(people.branch());
        var factor = setUp(person, people.session(person));
        door.ageProof(person, Duration.ofMinutes(11));
        assertThat(door.delete(factor.session(), "/api/me/second-factor"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("reauthentication-required");
        assertThat(door.post(factor.session(), "/api/session/proof", Map.of("password", People.PASSWORD)))
                .as("the password alone is half a proof")
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("code");
        var proved = door.post(
                factor.session(),
                "/api/session/proof",
                Map.of("password", People.PASSWORD, "code", Totp.code(factor.secret(), Instant.now())));
        assertThat(proved).hasStatus(204);
        assertThat(door.delete(Door.session(proved), "/api/me/second-factor")).hasStatus(204);
        assertThat(door.signIn(person, People.PASSWORD)).hasStatusOk();
    }

    @Test
    void anAdministratorOfTheUnitResetsWhatIsLost() {
        var unit = people.branch();
        var person = people.person(unit);
        var factor = setUp(person, people.session(person));
        var stranger = people.session(people.person(people.branch(), "USER_ADMIN"));
        var path = "/api/people/" + person + "/second-factor";
        assertThat(door.delete(stranger, path)).hasStatus(403);
        assertThat(door.signIn(person, People.PASSWORD)).hasStatus(401);
        assertThat(door.delete(people.session(people.person(unit, "USER_ADMIN")), path))
                .hasStatus(204);
        assertThat(door.get(factor.session(), "/api/me")).hasStatus(401);
        assertThat(door.signIn(person, People.PASSWORD)).hasStatusOk();
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("ResetSecondFactor"));
    }

    /// With the code of half a minute ago, so that the present one is still good for the test.
    private SetUp setUp(UserId person, Cookie session) {
        var offer = Client.tree(door.post(session, "/api/me/second-factor", Map.of()));
        assertThat(offer.path("picture").asString()).startsWith("<svg ");
        var secret = offer.path("secret").asString();
        assertThat(offer.path("address").asString())
                .startsWith("otpauth://totp/")
                .contains(secret);
        assertThat(door.put(session, "/api/me/second-factor", Map.of("code", "000000")))
                .hasStatus(400);
        var confirmed = door.put(
                session,
                "/api/me/second-factor",
                Map.of("code", Totp.code(secret, Instant.now().minusSeconds(30))));
        assertThat(confirmed).hasStatusOk();
        var codes = StreamSupport.stream(Client.tree(confirmed).path("codes").spliterator(), false)
                .map(code -> code.asString())
                .toList();
        return new SetUp(secret, codes, Door.session(confirmed));
    }
}
