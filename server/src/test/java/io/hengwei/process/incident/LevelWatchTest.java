package io.hengwei.process.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.hengwei.HengweiTest;
import io.hengwei.platform.identity.People;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.UnitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A fault that lasts becomes graver at the instant the rules give, and is not looked at in vain.
@HengweiTest
class LevelWatchTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    LevelWatch watch;

    @Autowired
    IncidentManagement incidents;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transactions;

    private final Instant occurred = Instant.now().minus(1, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MICROS);
    private UnitId unit;

    @BeforeEach
    void aBranch() {
        unit = new People(context).branch();
    }

    @Test
    void itBecomesGraverWhenItsTimeHasComeAndWaitsForTheNext() {
        var incident = fault("A");
        change("update incident.incident set occurred_at = occurred_at - interval '20 minutes' where id = ?", incident);
        dueNow(incident);
        watch.regrade();
        assertThat(level(incident)).isEqualTo("LEVEL_III");
        assertThat(watchedUntil(incident))
                .as("at this impact nothing graver follows")
                .isNull();
    }

    @Test
    void whenTheRulesHaveChangedItIsLookedAtAgainWhenTheySaySo() {
        var incident = fault("A");
        dueNow(incident);
        watch.regrade();
        assertThat(level(incident)).isEqualTo("LEVEL_IV");
        assertThat(watchedUntil(incident)).isEqualTo(occurred.plus(10, ChronoUnit.MINUTES));
    }

    @Test
    void whatNoRuleConcernsAnyLongerIsNotLookedAtAgain() {
        var incident = fault(null);
        dueNow(incident);
        watch.regrade();
        assertThat(level(incident)).isEqualTo("LEVEL_IV");
        assertThat(watchedUntil(incident)).isNull();
    }

    private RecordId fault(@Nullable String systemClass) {
        var incident = Scope.asSystem(() -> incidents.open(new OpenIncident(
                        IncidentKind.FAULT,
                        "网银不可用",
                        "分行",
                        null,
                        new Caller("李四", "8001"),
                        unit,
                        Channel.HOTLINE,
                        occurred,
                        Impact.ONE_UNIT,
                        Effect.IMPAIRED,
                        Urgency.MEDIUM,
                        null,
                        null,
                        null)))
                .id();
        if (systemClass != null)
            change("update incident.incident set system_class = '" + systemClass + "' where id = ?", incident);
        return incident;
    }

    private void dueNow(RecordId incident) {
        change("update incident.incident set regrade_at = timestamptz '2020-01-01 00:00Z' where id = ?", incident);
    }

    private void change(String sql, RecordId incident) {
        Scope.asSystem(() -> transactions.executeWithoutResult(
                ignored -> db.sql(sql).param(incident.value()).update()));
    }

    private String level(RecordId incident) {
        return asked("select level from incident.incident where id = ?", incident, String.class);
    }

    private @Nullable Instant watchedUntil(RecordId incident) {
        var at = asked("select regrade_at from incident.incident where id = ?", incident, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private <T> T asked(String sql, RecordId incident, Class<T> answer) {
        UUID id = incident.value();
        return Scope.asSystem(() -> transactions.execute(
                ignored -> db.sql(sql).param(id).query(answer).list().getFirst()));
    }
}
