package io.hengwei.process.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/// The fault level an incident has, why, and when the rules would next make it graver. A person's judgement stands
/// until the rules see worse.
record Grading(
        FaultLevel level,
        @Column("level_reason") String reason,
        @Column("level_by_person") boolean byPerson,
        @Nullable Instant regradeAt) {
    private static final String BY_RULE = "rule";

    static Grading of(@Nullable Grading present, LevelRules rules, LevelRules.Fault fault, Instant now) {
        var proposed = rules.at(fault, now);
        if (present != null && present.byPerson && proposed.compareTo(present.level) >= 0)
            return present.watching(rules, fault, now);
        return new Grading(proposed, BY_RULE, false, next(rules, fault, proposed, now));
    }

    static Grading byPerson(FaultLevel level, String reason, LevelRules rules, LevelRules.Fault fault, Instant now) {
        return new Grading(level, reason, true, next(rules, fault, level, now));
    }

    /// The fault no longer lasts, or lasts again.
    Grading resting() {
        return new Grading(level, reason, byPerson, null);
    }

    Grading watching(LevelRules rules, LevelRules.Fault fault, Instant now) {
        return new Grading(level, reason, byPerson, next(rules, fault, level, now));
    }

    private static @Nullable Instant next(LevelRules rules, LevelRules.Fault fault, FaultLevel level, Instant now) {
        return rules.next(fault, level, now).orElse(null);
    }
}
