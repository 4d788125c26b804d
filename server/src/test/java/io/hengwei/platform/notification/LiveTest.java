package io.hengwei.platform.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.HengweiTest;
import io.hengwei.SomeCompany;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.Annotations;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HengweiTest
class LiveTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Annotations annotations;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    /// Consumers may still be at work on what other tests imported.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void anOpenPageHearsWhatItsPersonMaySee() throws Exception {
        var people = new People(context);
        var company = new SomeCompany(db, transactions);
        var branch = people.branch();
        var requester = people.person(branch);
        var engineer = people.person(branch);
        var mine = company.card("我的", branch, requester, null, engineer);
        var others = company.card("别人的", branch, engineer, null, engineer);
        try (var client = HttpClient.newHttpClient()) {
            var heard = new CopyOnWriteArrayList<String>();
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/live"))
                    .header(
                            "Cookie",
                            "HENGWEI_SESSION=" + people.session(requester).getValue())
                    .build();
            var response = client.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            var reader = Thread.startVirtualThread(() -> listen(response.body(), heard));
            for (var record : new io.hengwei.platform.record.RecordId[] {others, mine}) {
                SomeCompany.as(engineer, branch, () -> {
                    annotations.comment(record, new Annotations.Comment("看看"));
                    return true;
                });
            }
            try {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(heard)
                                .contains("event:notice", "data:{\"unread\":1}")
                                .anySatisfy(line -> assertThat(line).contains(mine.toString())));
                assertThat(heard).noneSatisfy(line -> assertThat(line).contains(others.toString()));
            } finally {
                client.shutdownNow(); // else closing it waits for the open stream
            }
            reader.join(2_000);
        }
    }

    private static void listen(Stream<String> lines, List<String> heard) {
        try {
            lines.forEach(heard::add);
        } catch (UncheckedIOException e) {
            heard.add("closed");
        }
    }

    @Test
    void whoIsNotSignedInHearsNothing() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/live"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
