package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.platform.identity.GrantAdministration;
import io.hengwei.platform.identity.IdentityAct.ChangePerson;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.PersonAdministration;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UserId;
import io.hengwei.process.incident.IncidentCommand.Merge;
import io.hengwei.process.incident.IncidentManagement;
import io.hengwei.process.workorder.WorkOrderCommand.Transfer;
import io.hengwei.process.workorder.WorkOrderManagement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What two people do at the same moment comes to the same as if one had been first.
@HengweiTest
class RaceTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    GrantAdministration grants;

    @Autowired
    PersonAdministration administration;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    WorkOrderManagement orders;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    People people;
    Race race;

    @BeforeEach
    void twoPeople() {
        people = new People(context);
        race = new Race(db, transactions);
    }

    @Test
    void ofTheLastTwoAdministratorsOneStays() {
        var one = onlyAuditors().getFirst();
        var other = auditors().getLast();
        var refused = race.between(
                system(), () -> grants.revoke(one, grantOf(one)), system(), () -> grants.revoke(other, grantOf(other)));
        assertThat(refused)
                .get()
                .isInstanceOf(Refused.class)
                .extracting("reason")
                .isEqualTo("last-administrator");
        assertThat(auditors()).containsExactly(other);
    }

    @Test
    void ofTheLastTwoAdministratorsOneDoesNotLeave() {
        var one = onlyAuditors().getFirst();
        var other = auditors().getLast();
        var refused = race.between(system(), () -> leaves(one), system(), () -> grants.revoke(other, grantOf(other)));
        assertThat(refused)
                .get()
                .isInstanceOf(Refused.class)
                .extracting("reason")
                .isEqualTo("last-administrator");
        refused = race.between(system(), () -> {}, system(), () -> leaves(other));
        assertThat(refused).get().isInstanceOf(Refused.class);
    }

    @Test
    void twoIncidentsAreNotMergedIntoEachOther() {
        var here = OtherBranch.made(context, people, "one");
        var there = OtherBranch.made(context, people, "other");
        var refused = race.between(
                system(),
                () -> merge(here.incident(), there.incident()),
                system(),
                () -> merge(there.incident(), here.incident()));
        assertThat(refused)
                .get()
                .isInstanceOf(Refused.class)
                .extracting("reason")
                .isEqualTo("merge-into-closed");
        assertThat(state(here.incident())).isEqualTo("MERGED");
        assertThat(state(there.incident())).isEqualTo("RECORDED");
    }

    @Test
    void anOrderIsHandedToOnePerson() {
        var branch = OtherBranch.made(context, people, "order");
        var first = OtherBranch.made(context, people, "first").engineer();
        var second = OtherBranch.made(context, people, "second").engineer();
        var seen = version(branch.order());
        var stale = race.between(
                system(),
                () -> orders.perform(branch.order(), seen, new Transfer(first, "I am away")),
                system(),
                () -> orders.perform(branch.order(), seen, new Transfer(second, "I am ill")));
        assertThat(stale).get().isInstanceOf(Stale.class);
        assertThat(one("select assignee::text from record.record_card where id = ?", branch.order()))
                .isEqualTo(first.toString());
    }

    private void merge(RecordId from, RecordId into) {
        incidents.perform(from, version(from), new Merge(into));
    }

    private void leaves(UserId person) {
        var name = one("select name from identity.person_card where id = ?", person);
        var unit = people.root();
        administration.change(person, 1, new ChangePerson(null, name, null, null, unit, false, null), null);
    }

    private List<UserId> onlyAuditors() {
        Scope.asSystem(() ->
                transactions.executeWithoutResult(ignored -> db.sql("delete from identity.role_grant where role = ?")
                        .param(Roles.AUDIT_ADMINISTRATOR)
                        .update()));
        people.person(people.root(), Roles.AUDIT_ADMINISTRATOR);
        people.person(people.root(), Roles.AUDIT_ADMINISTRATOR);
        return auditors();
    }

    private List<UserId> auditors() {
        return db.sql("select person from identity.role_grant where role = ? order by person")
                .param(Roles.AUDIT_ADMINISTRATOR)
                .query((row, ignored) -> new UserId(row.getObject(1, UUID.class)))
                .list();
    }

    private UUID grantOf(UserId person) {
        return UUID.fromString(one("select id::text from identity.role_grant where person = ?", person));
    }

    private long version(RecordId record) {
        return Long.parseLong(one("select version::text from record.record_card where id = ?", record));
    }

    private String state(RecordId record) {
        return one("select state from record.record_card where id = ?", record);
    }

    private String one(String sql, io.hengwei.platform.shared.TypedId id) {
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql(sql).param(id.value()).query(String.class).single()));
    }

    private static Scope system() {
        return Scope.asSystem(Scope::current);
    }
}
