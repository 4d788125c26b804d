package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Rows;
import io.hengwei.process.incident.Effect;
import io.hengwei.process.incident.Impact;
import io.hengwei.process.incident.Urgency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a source's words for gravity mean here, 1 (critical) to 5 (information), and what an incident opened for it
/// looks like. Both are data.
@Component
class Severities {
    static final int UNKNOWN = 3;

    record Grade(int severity, boolean opens, Impact impact, Effect effect, Urgency urgency) {}

    private record Rule(String label, int severity) {}

    /// The rules as they stand for one source.
    static final class Scale {
        private final Map<String, Integer> severities;
        private final Map<Integer, Grade> grades;

        private Scale(List<Rule> rules, List<Grade> grades) {
            this.severities =
                    rules.stream().collect(Collectors.toMap(Rule::label, Rule::severity, (own, ignored) -> own));
            this.grades = grades.stream().collect(Collectors.toMap(Grade::severity, Function.identity()));
        }

        boolean knows(@Nullable String label) {
            return label != null && severities.containsKey(label.toLowerCase(Locale.ROOT));
        }

        int severity(@Nullable String label) {
            return label == null ? UNKNOWN : severities.getOrDefault(label.toLowerCase(Locale.ROOT), UNKNOWN);
        }

        Grade grade(@Nullable String label) {
            return Objects.requireNonNull(grades.get(severity(label)));
        }
    }

    private final JdbcClient db;

    Severities(JdbcClient db) {
        this.db = db;
    }

    Scale of(Source source) {
        var rules = db.sql("""
            select lower(label) as label, severity from monitoring.severity_rule
            where format = ? and (source = ? or source is null) order by source nulls last""")
                .param(source.format())
                .param(source.id())
                .query(Rows.of(Rule.class))
                .list();
        var grades = db.sql("select severity, opens, impact, effect, urgency from monitoring.severity_grade")
                .query(Rows.of(Grade.class))
                .list();
        return new Scale(rules, grades);
    }
}
