package io.hengwei.operations.monitoring;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.page.Refs;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Page;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sort;
import io.hengwei.platform.shared.Sql;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.Urgency;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The rules by which alerts are judged, and who changes them. What holds for every source belongs to the whole
/// organisation.
@Service
class AlertRules {
    /// @param severity null when the word is to be forgotten
    record MapWord(
            @NotBlank @Size(max = 100) String word,
            @Nullable @Min(1) @Max(5) Integer severity) implements Operation {}

    record GradeSeverity(
            @NotNull @Min(1) @Max(5) Integer severity,
            @NotNull Boolean opens,
            @NotNull Impact impact,
            @NotNull Effect effect,
            @NotNull Urgency urgency)
            implements Operation {}

    /// @param onResolved null for what holds for every source
    record ChangeSource(Source.@Nullable OnResolved onResolved) implements Operation {}

    record Word(String word, int severity) {}

    /// @param onResolved its own; null when it follows what holds for every source
    record Origin(
            UUID id,
            String name,
            String format,
            Refs.Unit unit,
            Source.@Nullable OnResolved onResolved,
            Instant createdAt) {}

    /// @param onResolved for every source that says nothing else
    record View(List<Word> words, List<Severities.Grade> grades, Source.OnResolved onResolved, List<Origin> sources) {}

    private static final Sort NAME = Sort.text("name", "s.name");

    private final Operations operations;
    private final Directory directory;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    AlertRules(Operations operations, Directory directory, JdbcClient db, TransactionTemplate transactions) {
        this.operations = operations;
        this.directory = directory;
        this.db = db;
        this.transactions = transactions;
    }

    @Transactional(readOnly = true)
    public View view() {
        Scope.current().require(MonitoringConfiguration.READ);
        return new View(
                db.sql(
                                "select label as word, severity from monitoring.severity_rule where source is null order by severity, label")
                        .query(Rows.of(Word.class))
                        .list(),
                db.sql(
                                "select severity, opens, impact, effect, urgency from monitoring.severity_grade order by severity")
                        .query(Rows.of(Severities.Grade.class))
                        .list(),
                db.sql("select on_resolved from monitoring.resolve_rule where format = ? and source is null")
                        .param(Sources.ALERTMANAGER)
                        .query(String.class)
                        .optional()
                        .map(Source.OnResolved::valueOf)
                        .orElse(Source.OnResolved.ANNOTATE),
                sources());
    }

    private List<Origin> sources() {
        return Sql.select("s.id, s.name, s.format, s.on_resolved, s.created_at, u.id as unit_id, u.name as unit_name")
                .from("monitoring.source s")
                .decoratedBy("join identity.unit_card u on u.id = s.unit")
                .inScope(MonitoringConfiguration.READ, "s.unit", "s.unit")
                .sortedBy(NAME)
                .slice(db, new Page(null, null, 200), "s.id", Origin.class)
                .rows();
    }

    void map(MapWord mapping) {
        var word = mapping.word().strip().toLowerCase(Locale.ROOT);
        administer(everywhere(), subject("word " + word), mapping, () -> {
            db.sql("delete from monitoring.severity_rule where source is null and lower(label) = ?")
                    .param(word)
                    .update();
            if (mapping.severity() == null) return;
            db.sql("insert into monitoring.severity_rule (format, source, label, severity) values (?, null, ?, ?)")
                    .params(Sources.ALERTMANAGER, word, mapping.severity())
                    .update();
        });
    }

    void grade(GradeSeverity grade) {
        administer(
                everywhere(),
                subject("severity " + grade.severity()),
                grade,
                () -> db.sql(
                                "update monitoring.severity_grade set opens = ?, impact = ?, effect = ?, urgency = ? where severity = ?")
                        .params(
                                grade.opens(),
                                grade.impact().name(),
                                grade.effect().name(),
                                grade.urgency().name(),
                                grade.severity())
                        .update());
    }

    void change(UUID source, ChangeSource change) {
        var unit = transactions.execute(ignored -> unitOf(source));
        administer(
                unit,
                source,
                change,
                () -> db.sql("update monitoring.source set on_resolved = :onResolved where id = :source")
                        .param(
                                "onResolved",
                                change.onResolved() == null
                                        ? null
                                        : change.onResolved().name(),
                                Types.VARCHAR)
                        .param("source", source)
                        .update());
    }

    private UnitId unitOf(UUID source) {
        return db.sql("select unit from monitoring.source where id = ?")
                .param(source)
                .query((row, ignored) -> new UnitId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new NotFound(source));
    }

    /// One and the same for each attempt, so that what was agreed to is known again.
    private static UUID subject(String rule) {
        return UUID.nameUUIDFromBytes(rule.getBytes(StandardCharsets.UTF_8));
    }

    private UnitId everywhere() {
        return Objects.requireNonNull(directory.tree().root()).id();
    }

    private void administer(UnitId unit, UUID subject, Operation act, Runnable work) {
        operations.administer(
                new Act(MonitoringConfiguration.MANAGE, unit, "ALERT_RULE", subject, act), Boolean.class, () -> {
                    work.run();
                    return true;
                });
    }
}
