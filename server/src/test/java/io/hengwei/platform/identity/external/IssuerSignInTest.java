package io.hengwei.platform.identity.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Door;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.UnitId;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// There and back again, as a browser goes.
@HengweiTest
class IssuerSignInTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    private Door door;
    private People people;
    private Sources sources;
    private TestIssuer issuer;
    private UnitId unit;
    private String name;

    /// On the way: where the browser was sent, and what it carries.
    private record Away(String address, Cookie journey) {}

    @BeforeEach
    void anIssuer() throws Exception {
        door = new Door(context);
        people = new People(context);
        sources = new Sources(context);
        issuer = new TestIssuer();
        unit = people.branch();
        name = "sun" + People.number();
    }

    @AfterEach
    void close() {
        sources.switchOff();
        issuer.close();
    }

    private String source(boolean adopting) {
        return sources.issuer(issuer.config(false), adopting, TestIssuer.SECRET);
    }

    private Away depart(String source, String query, Cookie... cookies) {
        var request = http.get().uri("/api/sso/" + source + query);
        if (cookies.length > 0) request.cookie(cookies);
        var sent = request.exchange();
        assertThat(sent).hasStatus(303);
        return new Away(location(sent), sent.getResponse().getCookie("HENGWEI_SSO"));
    }

    private static String location(MvcTestResult answer) {
        return answer.getResponse().getHeader("Location");
    }

    private MvcTestResult back(String query, Cookie... cookies) {
        var present = Arrays.stream(cookies).filter(java.util.Objects::nonNull).toArray(Cookie[]::new);
        var request = http.get().uri("/api/sso/back?" + query);
        if (present.length > 0) request.cookie(present);
        return request.exchange();
    }

    private MvcTestResult signIn(String source, String subject, String... groups) {
        var away = depart(source, "?next=/mine");
        return back(issuer.signIn(away.address(), subject, name, groups), away.journey());
    }

    @Test
    void whoSignsInThereIsSignedInHereAndGoesOnWithThePageHeWanted() {
        var source = source(true);
        var person = sources.withoutPassword(unit, name);
        sources.map(source, "Desk", "DESK_OPERATOR", unit);
        assertThat(Client.tree(http.get().uri("/api/sso").exchange()).findValuesAsString("id"))
                .contains(source);
        var entered = signIn(source, "subject-1", "Desk");
        assertThat(entered).hasStatus(303);
        assertThat(location(entered)).isEqualTo("/mine");
        var session = Door.session(entered);
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(Client.tree(door.get(session, "/api/me")).path("id").asString())
                .isEqualTo(person.toString());
        assertThat(sources.roles(person)).containsExactly("DESK_OPERATOR");
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("SignIn"));
        assertThat(location(signIn(source, "subject-1"))).isEqualTo("/mine");
        assertThat(sources.roles(person)).isEmpty();
        assertThat(location(signIn(source, "another-subject"))).contains("problem=account-missing");
    }

    @Test
    void whomNobodyAppliedForIsNotLetIn() {
        var answer = signIn(source(true), "subject-2");
        assertThat(location(answer)).isEqualTo("/sign-in?problem=account-missing&next=%2Fmine");
        assertThat(Door.session(answer)).isNull();
    }

    @Test
    void aStatementThatIsForgedForSomebodyElseOrOldProvesNobody() {
        var source = source(true);
        sources.withoutPassword(unit, name);
        Stream.of(TestIssuer.Fault.values())
                .filter(fault -> fault != TestIssuer.Fault.NONE)
                .forEach(fault -> {
                    issuer.fault = fault;
                    var answer = signIn(source, "subject-3");
                    assertThat(location(answer)).as(fault.name()).contains("problem=source-unavailable");
                    assertThat(Door.session(answer)).as(fault.name()).isNull();
                });
        issuer.fault = TestIssuer.Fault.NONE;
        assertThat(Door.session(signIn(source, "subject-3"))).isNotNull();
    }

    @Test
    void nobodyComesBackWithTheJourneyOfAnotherOrWithoutOneOrTwice() {
        var source = source(true);
        sources.withoutPassword(unit, name);
        var mine = depart(source, "");
        var others = depart(source, "");
        var answer = issuer.signIn(mine.address(), "subject-4", name);
        assertThat(location(back(answer))).endsWith("problem=sso-lost");
        assertThat(location(back(answer, others.journey()))).endsWith("problem=sso-lost");
        assertThat(location(back(answer, new Cookie("HENGWEI_SSO", "made-up")))).endsWith("problem=sso-lost");
        assertThat(location(back(answer.replace("state=", "state=x"), mine.journey())))
                .endsWith("problem=sso-lost");
        assertThat(Door.session(back(answer, mine.journey()))).isNotNull();
        assertThat(location(back(answer, mine.journey()))).contains("problem=source-unavailable");
        assertThat(location(back("error=access_denied&state=" + state(others), others.journey())))
                .contains("problem=sso-refused");
    }

    private static String state(Away away) {
        return away.address().replaceAll(".*[?&]state=([^&]+).*", "$1");
    }

    @Test
    void anAddressFromOutsideDoesNotChooseWhereSomebodyGoes() {
        var source = source(true);
        sources.withoutPassword(unit, name);
        for (var next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example", "/a b{"}) {
            var away = depart(
                    source, "?next=" + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(location(back(issuer.signIn(away.address(), "subject-5", name), away.journey())))
                    .as(next)
                    .isEqualTo("/");
        }
    }

    @Test
    void whoHasASecondFactorHereGivesItsCodeUnlessTheIssuerAsksForOne() {
        var person = sources.withoutPassword(unit, name);
        var source = source(true);
        var session = Door.session(signIn(source, "subject-6"));
        var secret = secondFactor(session);
        var half = Door.session(signIn(source, "subject-6"));
        assertThat(door.get(half, "/api/me"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("second-factor-code-required");
        assertThat(door.post(half, "/api/session/proof", Map.of("code", "000000")))
                .hasStatus(400);
        var whole = Door.session(door.post(half, "/api/session/proof", Map.of("code", Door.code(secret, 0))));
        assertThat(door.get(whole, "/api/me")).hasStatusOk();
        var strong = sources.issuer(issuer.config(true), false, TestIssuer.SECRET);
        assertThat(sources.link(person, strong, name)).hasStatus(204);
        assertThat(door.get(Door.session(signIn(strong, "subject-6")), "/api/me"))
                .hasStatusOk();
    }

    private String secondFactor(Cookie session) {
        var offered = door.post(session, "/api/me/second-factor", Map.of());
        var secret = Client.tree(offered).path("secret").asString();
        assertThat(door.put(session, "/api/me/second-factor", Map.of("code", Door.code(secret, -1))))
                .hasStatusOk();
        return secret;
    }

    @Test
    void whoProvesAnewGoesToTheIssuerAgainAndNobodyElseMayDoItForHim() {
        var source = source(true);
        var person = sources.withoutPassword(unit, name);
        var session = Door.session(signIn(source, "subject-7"));
        door.ageProof(person, Duration.ofHours(1));
        var away = depart(source, "?proof=true&next=/account", session);
        assertThat(away.address()).contains("prompt=login").contains("max_age=0");
        assertThat(location(back(issuer.signIn(away.address(), "somebody-else", "nobody"), away.journey(), session)))
                .contains("problem=");
        issuer.provedAt = Instant.now().minusSeconds(7200);
        var stale = depart(source, "?proof=true", session);
        assertThat(location(back(issuer.signIn(stale.address(), "subject-7", name), stale.journey(), session)))
                .contains("problem=sso-not-anew");
        issuer.provedAt = Instant.now();
        var again = depart(source, "?proof=true&next=/account", session);
        var proved = back(issuer.signIn(again.address(), "subject-7", name), again.journey(), session);
        assertThat(location(proved)).isEqualTo("/account");
        assertThat(door.get(session, "/api/me")).as("the old secret").hasStatus(401);
        assertThat(door.get(Door.session(proved), "/api/me")).hasStatusOk();
    }

    /// Whoever finds a window unattended is signed in at the issuer as well.
    @Test
    void signingInAtAnIssuerIsAFreshProofOnlyIfThePersonWasThereJustNow() {
        var source = source(true);
        sources.withoutPassword(unit, name);
        issuer.provedAt = Instant.now().minusSeconds(7200);
        assertThat(keyOperation(Door.session(signIn(source, "subject-8")))).hasStatus(403);
        issuer.provedAt = Instant.now();
        assertThat(keyOperation(Door.session(signIn(source, "subject-8")))).hasStatusOk();
    }

    private MvcTestResult keyOperation(Cookie session) {
        return door.post(session, "/api/me/second-factor", Map.of());
    }

    @Test
    void whoIsProvedByAnIssuerDoesNotProveAnewByTheCodeAlone() {
        var source = source(true);
        sources.withoutPassword(unit, name);
        var session = Door.session(signIn(source, "subject-9"));
        var secret = secondFactor(session);
        var half = Door.session(signIn(source, "subject-9"));
        var whole = Door.session(door.post(half, "/api/session/proof", Map.of("code", Door.code(secret, 0))));
        assertThat(door.post(whole, "/api/session/proof", Map.of("code", Door.code(secret, 1))))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("prove-at-issuer");
        var away = depart(source, "?proof=true&next=/account", whole);
        var proved = Door.session(back(issuer.signIn(away.address(), "subject-9", name), away.journey(), whole));
        assertThat(door.get(proved, "/api/me"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("second-factor-code-required");
    }

    @Test
    void anIssuerThatDoesNotAnswerIsToldAndOneNotEncryptedIsRefused() {
        var source = source(true);
        issuer.close();
        assertThat(location(http.get().uri("/api/sso/" + source).exchange())).contains("problem=source-unavailable");
        var config = new java.util.HashMap<>(issuer.config(false));
        config.put("issuer", "http://login.bank.example");
        assertThat(door.post(sources.administrator(), "/api/identity-sources", Sources.body(false, "oidc", config)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("source-unencrypted");
    }
}
