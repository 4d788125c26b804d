package io.hengwei.platform.identity.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.Client;
import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.Door;
import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct.Grant;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Groups of a directory bring roles, and take them; who is gone there is signed out here.
@HengweiTest
class DirectoryGroupsTest {
    private static final String PASSWORD = "Of-the-house-9";

    @Autowired
    ApplicationContext context;

    @Autowired
    DirectoryRounds rounds;

    private Door door;
    private People people;
    private Sources sources;
    private TestDirectory directory;
    private UnitId unit;
    private String name;
    private String dn;
    private UserId person;

    @BeforeEach
    void aMemberOfTheServiceDesk() throws Exception {
        door = new Door(context);
        people = new People(context);
        sources = new Sources(context);
        directory = new TestDirectory();
        unit = people.branch();
        name = "zhao" + People.number();
        dn = directory.person(name, PASSWORD);
        person = sources.withoutPassword(unit, name);
    }

    @AfterEach
    void close() {
        sources.switchOff();
        directory.close();
    }

    @Test
    void aGroupBringsItsRoleAtSignInAndTakesItWhenTheMembershipEnds() throws Exception {
        var group = directory.group("desk", dn);
        var source = sources.directory(directory.plain(), true);
        sources.map(source, group.toUpperCase(java.util.Locale.ROOT), "DESK_OPERATOR", unit);
        assertThat(sources.roles(person)).isEmpty();
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThat(sources.roles(person)).containsExactly("DESK_OPERATOR");
        assertThat(door.journal(person.value()))
                .anyMatch(line -> line.startsWith("Grant") && line.contains("DESK_OPERATOR"));
        directory.remove(group);
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThat(sources.roles(person)).isEmpty();
        assertThat(door.journal(person.value())).anyMatch(line -> line.startsWith("Revoke"));
    }

    @Test
    void theListOfThePersonCountsAsWellAsTheListOfTheGroup() throws Exception {
        var source = sources.directory(directory.plain(), true);
        sources.map(source, "cn=lead,dc=elsewhere", "CLERK", unit);
        directory.change(dn, "add: memberOf", "memberOf: CN=Lead, DC=elsewhere");
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThat(sources.roles(person)).containsExactly("CLERK");
    }

    @Test
    void whatAGroupBringsIsNotRevokedByHandAndWhatWasGrantedByHandIsNotTakenByAGroup() throws Exception {
        var source = sources.directory(directory.plain(), true);
        sources.map(source, directory.group("desk", dn), "DESK_OPERATOR", unit);
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        var other = people.person(unit, "DESK_OPERATOR");
        assertThat(sources.roles(other)).containsExactly("DESK_OPERATOR");
        rounds.look(UUID.fromString(source));
        assertThat(sources.roles(other)).containsExactly("DESK_OPERATOR");
        var grant = door.inTransaction(() -> context.getBean(JdbcClient.class)
                .sql("select id from identity.role_grant where person = ?")
                .param(person.value())
                .query(UUID.class)
                .single());
        assertThat(door.delete(sources.administrator(), "/api/people/" + person + "/grants/" + grant))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("grant-of-a-group");
    }

    @Test
    void noGroupMakesAnAdministratorAndNoAdministratorIsProvedElsewhere() throws Exception {
        var group = directory.group("admins", dn);
        var source = sources.directory(directory.plain(), true);
        assertThat(door.post(
                        sources.administrator(),
                        "/api/identity-sources/" + source + "/groups",
                        Map.of("group", group, "role", "USER_ADMIN", "unit", unit.toString())))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("group-brings-administration");
        var auditor = people.person(unit, "SYS_AUDITOR");
        assertThat(sources.link(auditor, source, name))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("administrator-elsewhere");
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThatThrownBy(() -> Scope.asSystem(() -> context.getBean(GrantAdministration.class)
                        .grant(person, new Grant("SYS_AUDITOR", unit, null, null))))
                .hasMessageContaining("administrator-elsewhere");
    }

    @Test
    void takingAwayTheMappingTakesAwayTheRole() throws Exception {
        var source = sources.directory(directory.plain(), true);
        var mapping = sources.map(source, directory.group("desk", dn), "DESK_OPERATOR", unit);
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        assertThat(door.delete(sources.administrator(), "/api/identity-sources/" + source + "/groups/" + mapping))
                .hasStatus(204);
        assertThat(sources.roles(person)).isEmpty();
    }

    @Test
    void whoIsSwitchedOffOrRemovedInTheDirectoryIsSignedOutWithoutSigningInAgain() throws Exception {
        var source = sources.directory(directory.plain(), true);
        sources.map(source, directory.group("desk", dn), "DESK_OPERATOR", unit);
        var session = Door.session(door.signIn(name, PASSWORD));
        var token = people.token(person);
        rounds.look(UUID.fromString(source));
        assertThat(door.get(session, "/api/me")).hasStatusOk();
        directory.change(dn, "add: userAccountControl", "userAccountControl: 514");
        rounds.look(UUID.fromString(source));
        assertThat(door.get(session, "/api/me")).hasStatus(401);
        assertThat(door.bearer(token, "/api/me")).hasStatus(401);
        assertThat(sources.roles(person)).isEmpty();
        assertThat(Client.tree(door.get(sources.administrator(), "/api/leavers?leaving=GONE&size=200"))
                        .findValuesAsString("id"))
                .contains(person.toString());
        assertThat(door.signIn(name, PASSWORD)).hasStatus(401);
        directory.change(dn, "delete: userAccountControl");
        assertThat(door.signIn(name, PASSWORD)).hasStatusOk();
        directory.remove(dn);
        rounds.look(UUID.fromString(source));
        assertThat(door.journal(person.value()).stream().filter(line -> line.startsWith("GoneFromSource")))
                .hasSize(2);
    }

    @Test
    void aDirectoryThatSuddenlyKnowsHardlyAnybodyIsNotBelieved() throws Exception {
        var source = sources.directory(directory.plain(), true);
        var entries = new ArrayList<String>();
        for (int i = 0; i < 7; i++) entries.add(member());
        var session = people.session(person(entries.getFirst()));
        for (var entry : entries) directory.remove(entry);
        rounds.look(UUID.fromString(source));
        assertThat(door.get(session, "/api/me")).hasStatusOk();
        assertThat(failure(source)).isEqualTo("7 / 7");
    }

    @Test
    void whoLeaveOneAfterAnotherAreBelievedHoweverManyTheyAre() throws Exception {
        var source = sources.directory(directory.plain(), true);
        for (int i = 0; i < 7; i++) {
            var entry = member();
            var session = people.session(person(entry));
            directory.remove(entry);
            rounds.look(UUID.fromString(source));
            assertThat(door.get(session, "/api/me")).as("leaver " + i).hasStatus(401);
        }
        assertThat(failure(source)).isNull();
        directory.stop();
        rounds.look(UUID.fromString(source));
        assertThat(failure(source)).contains("connect");
    }

    /// Somebody who has signed in once.
    private String member() throws Exception {
        var one = "many" + People.number();
        var entry = directory.person(one, PASSWORD);
        sources.withoutPassword(unit, one);
        assertThat(door.signIn(one, PASSWORD)).hasStatusOk();
        return entry;
    }

    private UserId person(String entry) {
        var username = entry.substring("uid=".length(), entry.indexOf(','));
        return door.inTransaction(() -> context.getBean(JdbcClient.class)
                .sql("select id from identity.person where username = ?")
                .param(username)
                .query((row, ignored) -> new UserId(row.getObject(1, UUID.class)))
                .single());
    }

    private String failure(String source) {
        return Client.tree(door.get(sources.administrator(), "/api/identity-sources"))
                .valueStream()
                .filter(one -> one.path("id").asString().equals(source))
                .map(one -> one.path("failure"))
                .map(failure -> failure.isNull() ? null : failure.asString())
                .toList()
                .getFirst();
    }
}
