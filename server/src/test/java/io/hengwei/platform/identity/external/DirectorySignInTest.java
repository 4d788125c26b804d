package io.hengwei.platform.identity.external;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Door;
import io.hengwei.platform.identity.People;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// People whose password a directory judges.
@HengweiTest
class DirectorySignInTest {
    private static final String PASSWORD = "Of-the-house-9";

    @Autowired
    ApplicationContext context;

    private Door door;
    private People people;
    private Sources sources;
    private TestDirectory directory;
    private String name;

    @BeforeEach
    void aDirectory() throws Exception {
        door = new Door(context);
        people = new People(context);
        sources = new Sources(context);
        directory = new TestDirectory();
        name = "wang" + People.number();
    }

    @AfterEach
    void close() {
        sources.switchOff();
        directory.close();
    }

    @Test
    void whoHasNoPasswordHereSignsInWithTheOneOfTheDirectoryAndIsLinkedForGood() throws Exception {
        directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        var person = sources.withoutPassword(people.branch(), name);
        assertThat(door.signIn(name, "Something-else-1")).hasStatus(401);
        var entered = door.signIn(name, PASSWORD);
        assertThat(entered).hasStatusOk();
        var session = Door.session(entered);
        assertThat(Client.tree(door.get(session, "/api/me")).path("id").asString())
                .isEqualTo(person.toString());
        var elsewhere = Client.tree(door.get(session, "/api/me/account")).path("elsewhere");
        assertThat(elsewhere.path("name").asString()).isEqualTo(name);
        assertThat(door.changePassword(session, PASSWORD, "Another!horse8"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("password-elsewhere");
    }

    @Test
    void whomTheDirectoryKnowsButNobodyAppliedForIsToldThatThereIsNoAccount() throws Exception {
        directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        assertThat(door.signIn(name, PASSWORD))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("account-missing");
        assertThat(door.signIn(name, "Wrong-one-3"))
                .hasStatus(401)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("sign-in");
    }

    @Test
    void anAccountWithAPasswordHereIsNeverOpenedByTheDirectory() throws Exception {
        var person = people.person(people.branch());
        directory.person(door.username(person), PASSWORD);
        sources.directory(directory.plain(), true);
        assertThat(door.signIn(door.username(person), PASSWORD)).hasStatus(401);
        assertThat(door.signIn(door.username(person), People.PASSWORD)).hasStatusOk();
    }

    @Test
    void whoIsLinkedByAnAdministratorLosesThePasswordHereAndEveryOpenSession() throws Exception {
        directory.person(name, PASSWORD);
        var source = sources.directory(directory.plain(), false);
        var person = people.person(people.branch());
        var open = people.session(person);
        assertThat(sources.link(person, source, name)).hasStatus(204);
        assertThat(door.get(open, "/api/me")).hasStatus(401);
        assertThat(door.signIn(door.username(person), People.PASSWORD)).hasStatus(401);
        assertThat(door.signIn(door.username(person), PASSWORD)).hasStatusOk();
        assertThat(door.post(sources.administrator(), "/api/people/" + person + "/activation", Map.of()))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("password-elsewhere");
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("LinkAccount"));
        assertThat(door.delete(sources.administrator(), "/api/people/" + person + "/link"))
                .hasStatus(204);
        assertThat(door.signIn(door.username(person), PASSWORD)).hasStatus(401);
    }

    @Test
    void whoIsRenamedInTheDirectorySignsInAsBefore() throws Exception {
        var dn = directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        var person = sources.withoutPassword(people.branch(), name);
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("LinkAccount"));
        directory.rename(dn, name + ".married");
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
    }

    /// A secret is told to the place it was meant for.
    @Test
    void aSourceThatMovesForgetsThePasswordItWasAskedWith() {
        var source = sources.directory(directory.plain(), false);
        var moved = new java.util.HashMap<>(directory.plain());
        moved.put("urls", java.util.List.of("ldap://127.0.0.1:1"));
        var body = Sources.body(false, "ldap", moved);
        body.put("active", true);
        assertThat(door.changing(sources.administrator(), "/api/identity-sources/" + source, 1, body))
                .hasStatus(204);
        var after = Client.tree(door.get(sources.administrator(), "/api/identity-sources"))
                .valueStream()
                .filter(one -> one.path("id").asString().equals(source))
                .toList();
        assertThat(after).singleElement().matches(one -> !one.path("hasSecret").asBoolean());
    }

    /// Somebody left, and the user name was given to a newcomer.
    @Test
    void aNameThatWasGivenAwayAnewOpensNothing() throws Exception {
        var dn = directory.person(name, PASSWORD);
        var source = sources.directory(directory.plain(), false);
        var person = sources.withoutPassword(people.branch(), name);
        assertThat(sources.link(person, source, name)).hasStatus(204);
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        directory.change(dn, "replace: entryUUID", "entryUUID: somebody-new");
        assertThat(door.signIn(name, PASSWORD)).hasStatus(401);
    }

    @Test
    void anEmptyPasswordAndFilterSignsInANameProveNobody() throws Exception {
        directory.person(name, PASSWORD);
        var source = sources.directory(directory.plain(), true);
        var person = sources.withoutPassword(people.branch(), name);
        assertThat(door.signIn(name, "")).hasStatus(400);
        assertThat(door.signIn("*", PASSWORD)).hasStatus(401);
        assertThat(door.signIn(name + ")(uid=*", PASSWORD)).hasStatus(401);
        assertThat(sources.link(person, source, "wang*")).hasStatus(204);
        assertThat(door.signIn(name, PASSWORD)).hasStatus(401);
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNoWrongPasswordAndLocksNobodyOut() throws Exception {
        directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        sources.withoutPassword(people.branch(), name);
        directory.stop();
        for (int i = 0; i < 6; i++)
            assertThat(door.signIn(name, PASSWORD))
                    .hasStatus(503)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("source-unavailable");
    }

    @Test
    void wrongPasswordsLockHereBeforeTheDirectoryLocksThere() throws Exception {
        directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        sources.withoutPassword(people.branch(), name);
        for (int i = 0; i < 5; i++)
            assertThat(door.signIn(name, "Wrong-one-" + i)).hasStatus(401);
        assertThat(door.signIn(name, PASSWORD)).as("locked").hasStatus(401);
    }

    @Test
    void whoProvesAgainDoesItWithThePasswordOfTheDirectory() throws Exception {
        directory.person(name, PASSWORD);
        sources.directory(directory.plain(), true);
        sources.withoutPassword(people.branch(), name);
        var session = Door.session(door.signIn(name, PASSWORD));
        assertThat(door.post(session, "/api/session/proof", Map.of("password", "Wrong-one-1")))
                .hasStatus(400);
        assertThat(door.post(session, "/api/session/proof", Map.of("password", PASSWORD)))
                .hasStatus(204);
    }

    @Test
    void aDirectoryOverTlsIsBelievedOnlyByItsNameAndTheCertificateThatWasGiven() throws Exception {
        for (var trusted :
                java.util.List.of(directory.tls(directory.certificate()), directory.startTls(directory.certificate())))
            assertThat(problem(trusted)).isNull();
        for (var unknown : java.util.List.of(directory.tls(null), directory.startTls(null)))
            assertThat(problem(unknown)).isNotNull();
        try (var other = new TestDirectory("dc1.bank.example")) {
            assertThat(problem(other.tls(other.certificate()))).contains("dc1.bank.example");
        }
    }

    private String problem(Map<String, Object> config) {
        var source = sources.directory(config, false);
        var tried = door.post(sources.administrator(), "/api/identity-sources/" + source + "/trial", Map.of());
        assertThat(tried).hasStatusOk();
        var problem = Client.tree(tried).path("problem");
        return problem.isNull() ? null : problem.asString();
    }

    @Test
    void whatWouldCarryPasswordsInTheClearIsRefusedAndSoIsNonsense() {
        assertRefused(Map.of("urls", java.util.List.of("ldap://dc1.bank.example:389")), "source-unencrypted");
        assertRefused(Map.of("urls", java.util.List.of("ldaps://a", "ldap://b")), "source-one-scheme");
        assertRefused(Map.of("baseDn", "no dn"), "source-dn");
        assertRefused(Map.of("personFilter", "(("), "source-filter");
        assertRefused(Map.of("certificates", "none"), "source-certificates");
    }

    private void assertRefused(Map<String, Object> wrong, String reason) {
        var config = new java.util.HashMap<>(directory.plain());
        config.putAll(wrong);
        assertThat(door.post(sources.administrator(), "/api/identity-sources", Sources.body(false, "ldap", config)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo(reason);
    }

    @Test
    void thePasswordOfASourceIsSealedAndNeverShown() {
        var source = sources.directory(directory.plain(), false);
        var told = Client.tree(door.get(sources.administrator(), "/api/identity-sources"))
                .toString();
        assertThat(told).contains(source).doesNotContain(TestDirectory.READERS_PASSWORD);
        assertThat(door.journal(UUID.fromString(source)))
                .anyMatch(line -> line.startsWith("SetSourceSecret"))
                .noneMatch(line -> line.contains(TestDirectory.READERS_PASSWORD));
    }

    @Test
    void whoLooksAfterABranchSetsUpNoSource() {
        var branch = people.session(people.person(people.branch(), "USER_ADMIN"));
        assertThat(door.post(branch, "/api/identity-sources", Sources.body(false, "ldap", directory.plain())))
                .hasStatus(403);
        var employee = people.session(people.person(people.branch()));
        assertThat(door.get(employee, "/api/identity-sources")).hasStatus(403);
    }
}
