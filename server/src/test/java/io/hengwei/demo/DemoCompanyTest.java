package io.hengwei.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.Hengwei;
import io.hengwei.HengweiTest;
import io.hengwei.TestDatabase;
import io.hengwei.demo.AccountFile.Account;
import io.hengwei.demo.AccountFile.Accounts;
import io.hengwei.platform.record.Gate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// The demo company is made whole, once, also when the first start is killed in the middle.
@ExtendWith(OutputCaptureExtension.class)
class DemoCompanyTest {
    private static final int DAYS = 8;

    @TempDir
    Path data;

    @Test
    void itIsMadeOnceWhateverHappens(CapturedOutput output) throws IOException, SQLException, InterruptedException {
        try (var database = TestDatabase.create()) {
            assertThatThrownBy(() -> start(database, 400)).hasRootCauseMessage("killed");
            assertThat(data.resolve("demo-accounts.json")).doesNotExist();
            var half = count(database, "select count(*) from record.journal");

            try (var whole = start(database, Integer.MAX_VALUE)) {
                assertThat(count(database, "select count(*) from record.journal"))
                        .isGreaterThan(half);
                accountsOpenTheDoor(accounts());
            }
            assertThat(output).doesNotContain("was refused");
            everyStateIsThere(database);
            timeIsThatOfTheStories(database);
            var acts = acts(database);
            var accounts = accounts();

            try (var again = start(database, Integer.MAX_VALUE)) {
                assertThat(acts(database)).isEqualTo(acts);
            }
            assertThat(accounts().accounts()).isEqualTo(accounts.accounts());
        }
    }

    private ConfigurableApplicationContext start(TestDatabase database, int actsToLive) {
        var left = new AtomicInteger(actsToLive);
        return new SpringApplicationBuilder(Hengwei.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> prepare((GenericApplicationContext) context, database, left))
                .run("--server.port=0");
    }

    private void prepare(GenericApplicationContext context, TestDatabase database, AtomicInteger left) {
        HengweiTest.OnClone.properties(database).applyTo(context);
        TestPropertyValues.of(
                        Map.of("hengwei.demo", "true", "hengwei.demo.days", "" + DAYS, "hengwei.data", data.toString()))
                .applyTo(context);
        Gate mortal = (ignored, scope) -> {
            if (!scope.trusted() && left.decrementAndGet() < 0) throw new IllegalStateException("killed");
            return Gate.ALLOWED;
        };
        context.registerBean("mortal", Gate.class, () -> mortal, definition -> definition.setPrimary(true));
    }

    private Accounts accounts() throws IOException {
        var file = data.resolve("demo-accounts.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        return JsonMapper.shared().readValue(Files.readString(file), Accounts.class);
    }

    private static void accountsOpenTheDoor(Accounts accounts) throws IOException, InterruptedException {
        assertThat(accounts.accounts())
                .extracting(Account::username)
                .contains(
                        "sysadmin",
                        "secadmin",
                        "auditor",
                        "desk",
                        "dispatcher",
                        "duty",
                        "manager",
                        "executive",
                        "engineer",
                        "requester",
                        "alertmanager");
        assertThat(accounts.accounts()).extracting(Account::password).doesNotHaveDuplicates();
        try (var http = HttpClient.newHttpClient()) {
            for (var account : accounts.accounts()) {
                var request = HttpRequest.newBuilder(URI.create(accounts.url() + "/api/me"))
                        .header("Authorization", "Bearer " + account.apiToken())
                        .build();
                var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains(account.name());
            }
        }
    }

    private static void everyStateIsThere(TestDatabase database) throws SQLException {
        assertThat(groups(database, "select kind || ' ' || state, count(*) from record.record_card group by 1"))
                .containsKeys(
                        "INCIDENT RECORDED",
                        "INCIDENT CLASSIFIED",
                        "INCIDENT INVESTIGATING",
                        "INCIDENT WAITING",
                        "INCIDENT RESOLVED",
                        "INCIDENT VERIFYING",
                        "INCIDENT VERIFIED",
                        "INCIDENT CLOSED",
                        "INCIDENT CANCELLED",
                        "INCIDENT MERGED",
                        "WORK_ORDER RAISED",
                        "WORK_ORDER DISPATCHED",
                        "WORK_ORDER ACCEPTED",
                        "WORK_ORDER IN_PROGRESS",
                        "WORK_ORDER ON_HOLD",
                        "WORK_ORDER COMPLETED",
                        "WORK_ORDER CLOSED",
                        "WORK_ORDER CANCELLED",
                        "APPROVAL PENDING",
                        "APPROVAL DONE",
                        "APPROVAL REJECTED",
                        "ACCOUNT_REQUEST AGREED",
                        "ACCOUNT_REQUEST EXECUTED",
                        "ACCOUNT_REVIEW REVIEWING",
                        "LOG_REVIEW DUE");
        assertThat(groups(database, "select kind, count(*) from incident.incident group by 1"))
                .containsKeys("FAULT", "SERVICE_REQUEST", "CONSULTATION", "ALERT");
        assertThat(groups(database, "select outcome, count(*) from sla.clock where outcome is not null group by 1"))
                .containsKeys("MET", "MISSED");
    }

    /// A line of the past is neither earlier than its record nor told out of turn.
    private static void timeIsThatOfTheStories(TestDatabase database) throws SQLException {
        assertThat(count(database, """
            select count(*) from (select happened_at, lag(happened_at) over (partition by subject order by version, id) as before from record.journal
                where version > 0 and command not like 'Clock%') lines where before > happened_at""")).isZero();
        assertThat(count(
                        database,
                        "select count(*) from record.record_card where opened_at > now() - interval '6 days'"))
                .isPositive();
        assertThat(count(
                        database,
                        "select count(*) from record.record_card where opened_at < now() - interval '6 days'"))
                .isPositive();
    }

    /// What people did; what the timers of a running server notice comes on top.
    private static long acts(TestDatabase database) throws SQLException {
        return count(
                database,
                "select count(*) from record.journal where command not in ('ClockBreached', 'ClockWarned', 'Escalate')");
    }

    private static long count(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            statement.execute("set row_security = on");
            statement.execute(
                    "select set_config('hengwei.all', 'on', false), set_config('hengwei.records', 'on', false)");
            var rows = statement.executeQuery(sql);
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Map<String, Long> groups(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.owner();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select set_config('hengwei.all', 'on', false), set_config('hengwei.records', 'on', false)");
            var found = new TreeMap<String, Long>();
            var rows = statement.executeQuery(sql);
            while (rows.next()) found.put(rows.getString(1), rows.getLong(2));
            return found;
        }
    }
}
