package io.hengwei;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Two nodes on one database, under commands, alerts, notices and limits that fall due. One is killed amid it: the
/// other does what was left, and nothing twice. Then the database goes away and comes back.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class TwoNodesTest {
    private static final int FAULTS = 120;
    private static final int TROUBLES = 30;
    private static final int PATIENCE = 300;

    /// So often in a row nothing is left: what is done may leave something else to do.
    private static final int QUIET = 5;

    private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final List<Product> serving = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Integer, String> acknowledged = new ConcurrentHashMap<>();

    private Product first;
    private Product second;
    private Desk desk;
    private String monitor;

    private interface Ask<T> {
        T of(Product product) throws IOException, InterruptedException;
    }

    @BeforeAll
    void twoNodesOnOneDatabase(@TempDir Path folder) throws Exception {
        post.start();
        first = Product.start(folder.resolve("first"), mail());
        first.change("""
            insert into setting.setting_value (key, scope_kind, value, effective_from, changed_by, changed_at, reason)
            values ('sla.confirm', 'GLOBAL', '"PT2S"', now(), '00000000-0000-0000-0000-000000000001', now(), 'a limit one can wait for')""");
        var properties = new HashMap<>(first.sharing());
        properties.putAll(mail());
        second = Product.start(folder.resolve("second"), properties);
        serving.addAll(List.of(first, second));
        var company = NewCompany.in(first);
        desk = Desk.of(company);
        monitor = company.hire("monitor", "INTEGRATION");
        company.hire("leader", "DUTY_LEADER");
    }

    private Map<String, String> mail() {
        return Map.of(
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                String.valueOf(post.getSmtp().getPort()));
    }

    @AfterAll
    void end() throws Exception {
        if (second != null) second.stop();
        if (first != null) {
            first.killProgram();
            first.killDatabase();
        }
        post.stop();
    }

    /// As behind a load balancer: now this node, now that, and whoever gets no answer asks again under the same key.
    private <T> T balanced(Ask<T> ask) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return ask.of(serving.get(turn.getAndIncrement() % serving.size()));
            } catch (IOException e) {
                if (attempt == PATIENCE) throw e;
                Thread.sleep(100);
            } catch (IndexOutOfBoundsException e) {
                // a node left at this moment
            }
        }
    }

    @Test
    @Order(1)
    void oneIsKilledAndTheOtherDoesWhatWasLeftAndNothingTwice() throws Exception {
        underLoad();
        settle();
        everyActHasHappenedOnce();
        everyConsumerIsAtTheEnd();
        everyLimitWasNoticedOnce();
        everyTroubleIsOneIncident();
        everyNoticeWasSentOnce();
        new Books(first).none("deadlocks", "select deadlocks from pg_stat_database where datname = 'hengwei'");
    }

    private void underLoad() throws Exception {
        try (var clients = Executors.newFixedThreadPool(5)) {
            var all = new ArrayList<Future<?>>();
            for (int client = 0; client < 4; client++) all.add(clients.submit(faults(client)));
            all.add(clients.submit(this::troubles));
            while (acknowledged.size() < FAULTS / 2 && all.stream().noneMatch(TwoNodesTest::failed)) Thread.sleep(10);
            serving.remove(first);
            first.killProgram();
            for (var each : all) each.get();
        }
    }

    private static boolean failed(Future<?> work) {
        return work.state() == Future.State.FAILED;
    }

    /// Every other fault is confirmed; the limit of the rest falls due.
    private Callable<Boolean> faults(int client) {
        return () -> {
            for (int number = client; number < FAULTS; number += 4) {
                var key = "fault-" + number;
                var opened = balanced(node -> desk.open(node, key));
                acknowledged.put(number, opened.path("id").asString());
                if (number % 2 == 0)
                    balanced(node -> {
                        desk.confirm(node, "confirm-" + key, opened);
                        return opened;
                    });
            }
            return true;
        };
    }

    /// A monitoring system repeats everything once.
    private Boolean troubles() throws Exception {
        for (int number = 0; number < TROUBLES * 2; number++) {
            var trouble = number % TROUBLES;
            balanced(node -> deliver(node, trouble));
        }
        return true;
    }

    private JsonNode deliver(Product node, int trouble) throws IOException, InterruptedException {
        return NewCompany.send(node, "/api/intake/alertmanager", this::asMonitor, """
            {"version":"4","status":"firing","alerts":[{"status":"firing","labels":{"alertname":"InstanceDown","instance":"host-%d","severity":"critical"},
             "annotations":{},"startsAt":"2026-01-05T01:00:00Z","endsAt":"0001-01-01T00:00:00Z","fingerprint":"%016x"}]}""".formatted(trouble, trouble));
    }

    private HttpRequest.Builder asMonitor(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + monitor);
    }

    /// Until nothing is left to do. What the dead node had taken in order to send it keeps for five minutes: they pass.
    private void settle() throws Exception {
        first.change("update notification.delivery set next_at = now() where state = 'QUEUED' and attempts > 0");
        for (int i = 0, quiet = 0; i < PATIENCE && quiet < QUIET; i++) {
            quiet = left() == 0 ? quiet + 1 : 0;
            Thread.sleep(100);
        }
        assertThat(left()).as("still to be done").isZero();
    }

    private long left() throws Exception {
        return new Books(first).linesWithoutPlace()
                + first.count("select count(*) from record.consumer, record.sealer where seq < last_seq")
                + first.count("select count(*) from monitoring.raw_event where parsed_at is null")
                + first.count(
                        "select count(*) from sla.clock where name = 'CONFIRM' and state = 'RUNNING' and breached_at is null")
                + first.count("select count(*) from notification.delivery where state = 'QUEUED'");
    }

    private void everyActHasHappenedOnce() throws Exception {
        for (int number : acknowledged.keySet()) {
            assertThat(desk.open(second, "fault-" + number).path("id").asString())
                    .as("the same answer again")
                    .isEqualTo(acknowledged.get(number));
        }
        assertThat(acknowledged).hasSize(FAULTS);
        assertThat(acknowledged.values()).doesNotHaveDuplicates();
        assertThat(first.count("select count(*) from incident.incident where channel = 'HOTLINE'"))
                .isEqualTo(FAULTS);
        assertThat(first.count("select count(*) from record.journal where command = 'Confirm'"))
                .isEqualTo(FAULTS / 2);
        new Books(first).agree();
    }

    private void everyConsumerIsAtTheEnd() throws Exception {
        new Books(first)
                .none(
                        "consumers that stand or lag",
                        "select count(*) from record.consumer, record.sealer where seq <> last_seq or error is not null");
    }

    private void everyLimitWasNoticedOnce() throws Exception {
        var books = new Books(first);
        assertThat(first.count("select count(*) from sla.clock where breached_at is not null"))
                .isGreaterThanOrEqualTo(FAULTS / 2);
        books.none("clocks whose breach was not noticed exactly once", """
            select count(*) from sla.clock c where (c.breached_at is not null)::int
                <> (select count(*) from sla.clock_event e where e.clock = c.id and e.kind = 'BREACH')""");
        books.none("records whose breaches are not told exactly once", """
            select count(*) from incident.incident i
            where (select count(*) from record.journal j where j.subject = i.id and j.command = 'ClockBreached')
                <> (select count(*) from sla.clock c where c.record = i.id and c.breached_at is not null)""");
    }

    private void everyTroubleIsOneIncident() throws Exception {
        assertThat(first.count("select count(*) from monitoring.alert")).isEqualTo(TROUBLES);
        assertThat(first.count("select count(distinct incident) from monitoring.alert"))
                .isEqualTo(TROUBLES);
        assertThat(first.count("select count(*) from monitoring.raw_event")).isGreaterThanOrEqualTo(2 * TROUBLES);
        assertThat(first.count("select sum(count) from monitoring.alert"))
                .as("every delivery counts once")
                .isEqualTo(first.count("select count(*) from monitoring.raw_event"));
        assertThat(first.count("select count(*) from incident.incident")).isEqualTo(FAULTS + TROUBLES);
    }

    /// Whom the dead node was just writing to may get a letter twice: then the send log says that there were two
    /// attempts.
    private void everyNoticeWasSentOnce() throws Exception {
        var books = new Books(first);
        books.none("breaches that the leader was not told of exactly once", """
            select count(*) from record.journal j where j.command = 'ClockBreached' and 1 <> (
                select count(*) from notification.notice n join identity.person p on p.id = n.person where n.line = j.id and p.username = 'leader')""");
        books.none("letters that were not sent", """
            select count(*) from notification.delivery where channel = 'EMAIL' and state not in ('SENT', 'NOT_SENT')""");
        var letters =
                first.count("select count(*) from notification.delivery where channel = 'EMAIL' and state = 'SENT'");
        var attempts = first.count("select sum(attempts) from notification.delivery where channel = 'EMAIL'");
        assertThat(letters).isGreaterThan(FAULTS);
        assertThat((long) post.getReceivedMessages().length).isBetween(letters, attempts);
    }

    @Test
    @Order(2)
    void whileTheDatabaseIsAwaySendersAreToldToComeAgainAndAfterwardsEverythingGoesOn() throws Exception {
        deliver(second, 1_000);
        first.killDatabase();
        var asked = Stream.of("/api/intake/alertmanager", "/api/intake/alertmanager", "/api/intake/desk")
                .map(path -> answer(path, "{}"))
                .toList();
        assertThat(asked).map(CompletableFuture::join).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        });
        first.startDatabase();
        balanced(node -> deliver(node, 1_001));
        settle();
        assertThat(first.count("select count(*) from monitoring.alert where incident is not null"))
                .isEqualTo(TROUBLES + 2);
    }

    private CompletableFuture<HttpResponse<String>> answer(String path, String body) {
        var request = asMonitor(second.request(path)).POST(HttpRequest.BodyPublishers.ofString(body));
        return second.http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
