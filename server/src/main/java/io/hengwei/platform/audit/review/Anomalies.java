package io.hengwei.platform.audit.review;

import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.record.feed.JournalConsumer;
import io.hengwei.platform.record.feed.JournalLine;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.SqlValues;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads the journal for what stands out. Each thing is found once; while it goes on it only grows. That it was found
/// is a line itself, from which others may raise an event.
@Component
class Anomalies implements JournalConsumer {
    record AnomalyFound(Anomaly.Rule rule, @Nullable UUID person, int times) implements Unheld {}

    /// @param text what was done about it
    record FollowUp(@NotBlank @Size(max = 2000) String text) implements Operation {}

    private final AnomalyRules rules;
    private final Operations operations;
    private final JdbcClient db;
    private final Clock clock;

    Anomalies(AnomalyRules rules, Operations operations, JdbcClient db, Clock clock) {
        this.rules = rules;
        this.operations = operations;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "anomalies";
    }

    @Override
    public void consume(List<JournalLine> lines) {
        for (var line : lines) if (!line.isHistory()) rules.judge(line).ifPresent(this::keep);
    }

    private void keep(Anomaly anomaly) {
        var id = Ids.next();
        var kept = db.sql("""
            insert into audit.anomaly as a (id, rule, key, person, happened_at, found_at, times, lines) values (:id, :rule, :key, :person, :at, :now, :times, :lines)
            on conflict (key) do update set times = greatest(a.times, excluded.times),
                lines = case when cardinality(excluded.lines) > cardinality(a.lines) then excluded.lines else a.lines end returning id""")
                .param("id", id)
                .param("rule", anomaly.rule().name())
                .param("key", anomaly.key())
                .param("person", anomaly.person())
                .param("at", SqlValues.of(anomaly.happenedAt()))
                .param("now", SqlValues.of(clock.instant()))
                .param("times", anomaly.times())
                .param("lines", anomaly.lines().toArray(UUID[]::new))
                .query(UUID.class)
                .single();
        if (!kept.equals(id)) return;
        var found = new AnomalyFound(anomaly.rule(), anomaly.person(), anomaly.times());
        operations.administer(Act.ofEverybody(AnomalyController.READ, "ANOMALY", id, found), Boolean.class, () -> true);
    }

    void followUp(UUID id, FollowUp what) {
        operations.administer(
                Act.ofEverybody(LogReviewManagement.FOLLOW_UP, "ANOMALY", id, what),
                Boolean.class,
                () -> operations.inConsequence(() -> write(id, what)));
    }

    private boolean write(UUID id, FollowUp what) {
        var changed = db.sql("update audit.anomaly set follow_up = ?, followed_by = ?, followed_at = ? where id = ?")
                .param(what.text().strip())
                .param(Scope.current().me().value())
                .param(SqlValues.of(clock.instant()))
                .param(id)
                .update();
        if (changed == 0) throw new NotFound(id);
        return true;
    }

    /// How many of this period nobody has answered for.
    int open(Instant from, Instant to) {
        return db.sql(
                        "select count(*) from audit.anomaly where follow_up is null and happened_at >= ? and happened_at < ?")
                .param(SqlValues.of(from))
                .param(SqlValues.of(to))
                .query(Integer.class)
                .single();
    }
}
