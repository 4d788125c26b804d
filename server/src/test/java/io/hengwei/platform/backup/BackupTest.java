package io.hengwei.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hengwei.HengweiTest;
import io.hengwei.platform.database.DatabaseAccess;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.identity.Roles;
import io.hengwei.platform.shared.LoopHealth;
import io.hengwei.platform.shared.UserId;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.FileSystemUtils;

@HengweiTest
class BackupTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Runs runs;

    @Autowired
    BackupHealth health;

    @Autowired
    BackupProperties properties;

    @Autowired
    DatabaseAccess access;

    private People people;
    private UserId administrator;

    @BeforeEach
    void anAdministrator() {
        people = new People(context);
        administrator = people.person(people.root(), Roles.SYSTEM_ADMINISTRATOR);
    }

    @Test
    void itIsMadeProvedAndWhenItIsDamagedTheProofFailsAndHealthSaysSo() throws Exception {
        var backup = finished(ask("/api/backups"));
        assertThat(backup.result()).as(backup.reason()).isEqualTo(Run.Result.SUCCEEDED);
        assertThat(Path.of(String.valueOf(backup.file()))).isRegularFile();
        var proof = finished(ask("/api/backups/verifications"));
        assertThat(proof.result()).as(proof.reason()).isEqualTo(Run.Result.SUCCEEDED);
        assertThat(proof.proved()).isEqualTo(backup.id());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(get("/api/backups?kind=VERIFICATION", administrator))
                .hasStatusOk()
                .bodyText()
                .contains(proof.id().toString());

        try (var bytes = new RandomAccessFile(String.valueOf(backup.file()), "rw")) {
            bytes.seek(bytes.length() / 2);
            int old = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(old ^ 1);
        }
        var damaged = finished(ask("/api/backups/verifications"));
        assertThat(damaged.reason()).contains("damaged or incomplete");
        assertThat(health.health().getStatus()).isEqualTo(LoopHealth.DEGRADED);
        assertThat(get("/api/backups/standing", administrator)).bodyText().contains("damaged or incomplete");
        FileSystemUtils.deleteRecursively(properties.folder());
        assertThat(finished(ask("/api/backups/verifications")).reason()).isEqualTo("no-backup");
    }

    @Test
    void aMonthIsConfirmedOnceWhenItIsOverByWhoeverMay() throws Exception {
        try (var owner = access.connect(access.owner())) {
            owner.createStatement().execute("update backup.beginning set at = now() - interval '100 days'");
        }
        var manager = people.person(people.root(), "OPS_MANAGER");
        var now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        var last = now.minusMonths(1);
        assertThat(get("/api/backups/months", manager)).bodyText().contains(last.toString());
        assertThat(confirm(last, administrator)).hasStatus(403);
        assertThat(confirm(now, manager)).hasStatus(409).bodyText().contains("month-not-over");
        assertThat(confirm(last, manager)).hasStatus(204);
        assertThat(confirm(last, manager)).hasStatus(409).bodyText().contains("month-confirmed");
        assertThat(get("/api/backups/months", manager)).bodyText().contains("每天都有备份");
    }

    @Test
    void aCopyOfEverythingIsNobodysWhoseRightsEndAtABranch() {
        var branch = people.branch();
        var there = people.person(branch, "OPS_MANAGER");
        assertThat(get("/api/backups", there)).hasStatus(403);
        assertThat(get("/api/backups/standing", there)).hasStatus(403);
        assertThat(get("/api/backups/months", there)).hasStatus(403);
        assertThat(post("/api/backups", people.person(people.root(), "OPS_MANAGER")))
                .hasStatus(403);
    }

    private UUID ask(String path) throws Exception {
        var answer = post(path, administrator);
        assertThat(answer).hasStatus(202);
        return UUID.fromString(answer.getResponse().getContentAsString().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));
    }

    private Run finished(UUID id) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> runs.ended(id), run -> run.isPresent())
                .orElseThrow();
    }

    private MvcTestResult confirm(YearMonth month, UserId who) {
        return http.post()
                .uri("/api/backups/months/" + month + "/confirmation")
                .cookie(people.session(who))
                .with(People.csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"opinion\":\"每天都有备份\"}")
                .exchange();
    }

    private MvcTestResult post(String path, UserId who) {
        return http.post()
                .uri(path)
                .cookie(people.session(who))
                .with(People.csrf())
                .exchange();
    }

    private MvcTestResult get(String path, UserId who) {
        return http.get().uri(path).cookie(people.session(who)).exchange();
    }
}
