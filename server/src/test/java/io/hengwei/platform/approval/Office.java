package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.Client;
import io.hengwei.platform.approval.ApprovalRules.Condition;
import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.approval.ApprovalRules.OnRejection;
import io.hengwei.platform.approval.ApprovalRules.Rule;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.approval.ApprovalRules.Where;
import io.hengwei.platform.approval.ApprovalRules.Whom;
import io.hengwei.platform.identity.Delegations;
import io.hengwei.platform.identity.GroupAdministration;
import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.RightsAct;
import io.hengwei.platform.setting.SettingAdministration;
import io.hengwei.platform.setting.SettingScope;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// A branch in which renaming a maintenance group needs consent: somebody who looks after groups, and managers who are
/// asked.
class Office {
    final ApplicationContext context;
    final People people;
    final UnitId branch;
    final UserId maker;
    final GroupId group;
    final Client makers;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    Office(ApplicationContext context) {
        this.context = context;
        people = new People(context);
        branch = people.branch();
        maker = people.person(branch, "OPS_MANAGER");
        makers = client(maker);
        db = context.getBean(JdbcClient.class);
        transactions = context.getBean(TransactionTemplate.class);
        group = Scope.asSystem(() -> context.getBean(GroupAdministration.class)
                .create(new IdentityAct.CreateGroup("一组" + People.number(), branch, 1, null)));
    }

    Client client(UserId person) {
        return Client.of(context, people.token(person));
    }

    UserId person(String... roles) {
        var person = people.person(branch);
        for (var role : roles) grant(person, role, branch);
        return person;
    }

    void grant(UserId person, String role, UnitId unit) {
        Scope.asSystem(() -> context.getBean(io.hengwei.platform.identity.GrantAdministration.class)
                .grant(person, new IdentityAct.Grant(role, unit, null, null)));
    }

    /// The person is away for a month, and the other stands in.
    void away(UserId person, UserId standIn) {
        Scope.asSystem(() -> context.getBean(Delegations.class)
                .delegate(
                        person,
                        new RightsAct.Delegate(
                                standIn,
                                null,
                                null,
                                context.getBean(Clock.class).instant().plus(Duration.ofDays(30)),
                                "出差")));
    }

    /// From now on `operation` in this branch needs consent.
    void rule(String operation, boolean breakGlass, List<Condition> when, Stage... stages) {
        rules(new ApprovalRules(List.of(new Rule(operation, null, when, List.of(stages), breakGlass))));
    }

    void rules(ApprovalRules rules) {
        Scope.asSystem(() -> {
            context.getBean(SettingAdministration.class)
                    .change(ApprovalSettings.RULES, SettingScope.unit(branch.value()), rules, null, "test");
            return true;
        });
    }

    static Stage stage(Mode mode, Integer count, String... roles) {
        return stage(mode, count, null, roles);
    }

    static Stage stage(Mode mode, Integer count, Duration limit, String... roles) {
        return new Stage(
                "复核",
                Whom.ROLES,
                List.of(roles),
                List.of(),
                Where.SUBJECT,
                mode,
                count,
                OnRejection.ENDS,
                limit,
                false,
                List.of());
    }

    static Stage onTheSpot(String role) {
        return new Stage(
                "当场确认",
                Whom.ROLES,
                List.of(role),
                List.of(),
                Where.SUBJECT,
                Mode.ANY,
                null,
                OnRejection.ENDS,
                Duration.ofMinutes(15),
                true,
                List.of());
    }

    static Stage people(UserId... people) {
        return new Stage(
                "会签",
                Whom.PEOPLE,
                List.of(),
                java.util.Arrays.stream(people).map(UserId::value).toList(),
                Where.SUBJECT,
                Mode.ALL,
                null,
                OnRejection.ENDS,
                null,
                false,
                List.of());
    }

    MvcTestResult rename(String name) {
        return makers.put("/api/groups/" + group, "{\"name\":\"%s\",\"line\":1}".formatted(name));
    }

    /// Renames, and gives the id of the consent that it waits for.
    String held(String name) {
        var answer = rename(name);
        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo("held");
        return Client.tree(answer).path("about").asString();
    }

    String groupName() {
        return asked("select name from identity.group_card where id = '" + group + "'");
    }

    String state(String approval) {
        return asked("select state from approval.approval where id = '" + approval + "'");
    }

    String asked(String sql) {
        return Scope.asSystem(() ->
                transactions.execute(ignored -> db.sql(sql).query(String.class).single()));
    }

    void change(String sql) {
        Scope.asSystem(() -> transactions.execute(ignored -> db.sql(sql).update()));
    }

    /// Performs a command on a consent in the version in which it is now.
    MvcTestResult does(UserId person, String approval, String command) {
        var version =
                Long.parseLong(asked("select version::text from approval.approval where id = '" + approval + "'"));
        return client(person).post("/api/approvals/" + approval + "/commands", command.replace('\'', '"'), version);
    }

    MvcTestResult approve(UserId person, String approval) {
        return does(person, approval, "{'command':'Approve'}");
    }

    JsonNode course(UserId person, String approval) {
        return client(person).get("/api/approvals/" + approval + "/course");
    }
}
