package io.hengwei.process.incident;

import static io.hengwei.process.incident.FaultLevel.LEVEL_I;
import static io.hengwei.process.incident.FaultLevel.LEVEL_II;
import static io.hengwei.process.incident.FaultLevel.LEVEL_III;
import static io.hengwei.process.incident.FaultLevel.LEVEL_IV;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When a fault has which level: by class of system, scope and degree of impact, and how long it lasts (INC-08); a
/// setting.
public record LevelRules(List<Rule> rules) {
    /// @param impact at least so wide
    /// @param effect at least so grave
    /// @param afterMinutes since it occurred
    public record Rule(FaultLevel level, String systemClass, Impact impact, Effect effect, int afterMinutes) {
        boolean concerns(Fault fault) {
            return systemClass.equals(fault.systemClass())
                    && fault.impact().compareTo(impact) >= 0
                    && fault.effect().compareTo(effect) >= 0;
        }

        Instant holdsFrom(Fault fault) {
            return fault.since().plus(Duration.ofMinutes(afterMinutes));
        }
    }

    /// What of an incident the rules look at.
    record Fault(@Nullable String systemClass, Impact impact, Effect effect, Instant since) {}

    static final LevelRules STANDARD = new LevelRules(List.of(
            new Rule(LEVEL_I, "A", Impact.ORGANISATION, Effect.UNUSABLE, 60),
            new Rule(LEVEL_II, "A", Impact.ORGANISATION, Effect.UNUSABLE, 30),
            new Rule(LEVEL_II, "A", Impact.ONE_UNIT, Effect.UNUSABLE, 120),
            new Rule(LEVEL_II, "B", Impact.ORGANISATION, Effect.UNUSABLE, 120),
            new Rule(LEVEL_III, "A", Impact.ONE_UNIT, Effect.IMPAIRED, 10),
            new Rule(LEVEL_III, "B", Impact.ONE_UNIT, Effect.UNUSABLE, 30),
            new Rule(LEVEL_III, "C", Impact.SEVERAL_UNITS, Effect.UNUSABLE, 480)));

    FaultLevel at(Fault fault, Instant now) {
        return concerning(fault)
                .filter(r -> !r.holdsFrom(fault).isAfter(now))
                .map(Rule::level)
                .min(Comparator.naturalOrder())
                .orElse(LEVEL_IV);
    }

    /// When the level would next become graver, if the fault lasts.
    Optional<Instant> next(Fault fault, FaultLevel present, Instant now) {
        return concerning(fault)
                .filter(r -> r.level().compareTo(present) < 0)
                .map(r -> r.holdsFrom(fault))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    private Stream<Rule> concerning(Fault fault) {
        return rules.stream().filter(r -> r.concerns(fault));
    }
}
