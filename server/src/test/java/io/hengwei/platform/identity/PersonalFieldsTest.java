package io.hengwei.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.OtherBranch;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UserId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// Telephone numbers are seen whole by those who have the right to them, and the journal says so.
@HengweiTest
class PersonalFieldsTest {
    @Autowired
    ApplicationContext context;

    SecurityOffice office;
    UserId person;
    String phone;

    @BeforeEach
    void appoint() {
        office = new SecurityOffice(context);
        person = office.people.person(office.branch);
        phone = office.asSystem("select phone from identity.person where id = '" + person + "'");
    }

    private String body(UserId reader, String path) throws Exception {
        return office.http
                .get()
                .uri(path)
                .cookie(office.people.session(reader))
                .exchange()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String lines(UserId reader, String command) {
        return office.asSystem("select count(*)::text from record.journal where actor = '%s' and command = '%s'"
                .formatted(reader, command));
    }

    @Test
    void whoHasNoRightSeesAPartOfThem() throws Exception {
        var engineer = office.people.person(office.branch, "ENGINEER");
        for (var path : new String[] {
            "/api/people/" + person, "/api/people?unit=" + office.branch, "/api/lookup/people?id=" + person
        }) {
            assertThat(body(engineer, path))
                    .as(path)
                    .contains(person.toString(), "*")
                    .doesNotContain(phone);
        }
        assertThat(lines(engineer, "ReadPersonal")).isEqualTo("0");
        assertThat(body(engineer, "/api/people?q=" + phone))
                .as("nor guesses it")
                .doesNotContain(person.toString());
        assertThat(body(engineer, "/api/lookup/people?q=" + phone)).doesNotContain(person.toString());
        assertThat(body(person, "/api/people/" + person)).as("the own").contains(phone);
    }

    @Test
    void whoHasTheRightSeesThemWholeAndTheJournalKeepsItOnceInAWhile() throws Exception {
        var desk = office.people.person(office.branch, "DESK_OPERATOR");
        for (int i = 0; i < 3; i++)
            assertThat(body(desk, "/api/people/" + person)).contains(phone);
        assertThat(lines(desk, "ReadPersonal")).isEqualTo("1");
        assertThat(office.asSystem(
                        "select subject || ' ' || unit || ' ' || (body->>'fields') from record.journal where actor = '%s' and command = 'ReadPersonal'"
                                .formatted(desk)))
                .isEqualTo(person + " " + office.branch + " [\"phone\"]");
        for (int i = 0; i < 2; i++)
            assertThat(body(desk, "/api/people?unit=" + office.branch)).contains(phone);
        assertThat(lines(desk, "ReadPersonalList")).isEqualTo("1");
        assertThat(body(desk, "/api/intake/callers?q=" + phone)).contains(phone);
        assertThat(lines(desk, "ReadPersonalList")).isEqualTo("2");
        Scope.as(
                Scope.trusting(desk),
                () -> office.transactions.execute(ignored -> office.db
                        .sql("update identity.personal_reading set at = at - interval '1 day' where reader = ?")
                        .param(desk.value())
                        .update()));
        body(desk, "/api/people/" + person);
        assertThat(lines(desk, "ReadPersonal")).as("the next day").isEqualTo("2");
        assertThat(office.asSystem(
                        "select string_agg(body::text, '') from record.journal where actor = '%s'".formatted(desk)))
                .as("what was seen is not written down again")
                .doesNotContain("\"phone\": \"");
    }

    @Test
    void whoWorksForSomebodyMayCallThatPerson() throws Exception {
        var branch = OtherBranch.made(context, office.people, "工作" + People.number());
        assertThat(body(branch.engineer(), "/api/people/" + branch.requester())).contains("\"whole\":true");
        var idle = office.people.person(branch.unit(), "ENGINEER");
        assertThat(body(idle, "/api/people/" + branch.requester())).contains("\"whole\":false");
    }

    @Test
    void partsAreEnoughToRecogniseAndTooLittleToCall() {
        assertThat(PersonalFields.maskedPhone("13812341234")).isEqualTo("138****1234");
        assertThat(PersonalFields.maskedPhone("0571-88120000")).isEqualTo("057******0000");
        assertThat(PersonalFields.maskedPhone("8812000")).isEqualTo("8****00");
        assertThat(PersonalFields.maskedPhone("8120")).isEqualTo("****");
        assertThat(PersonalFields.maskedEmail("zhang@bank.example")).isEqualTo("z***@bank.example");
        assertThat(PersonalFields.maskedEmail("nowhere")).isEqualTo("***");
    }
}
