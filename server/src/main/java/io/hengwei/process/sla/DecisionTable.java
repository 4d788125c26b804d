package io.hengwei.process.sla;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which promise holds: agreements that name the system before those that do not, then those of the nearest unit, then
/// in their order; in an agreement the first promise that fits. Pure.
final class DecisionTable {
    /// What came of asking an agreement.
    enum Verdict {
        DECIDES,
        /// An earlier one has decided.
        NOT_ASKED,
        OTHER_UNIT,
        OTHER_SYSTEM,
        NOT_IN_FORCE,
        LEFT_OUT,
        NO_PROMISE
    }

    /// @param row of the promise that decides, counted from 1
    record Step(
            String agreement,
            AgreementKind kind,
            Verdict verdict,
            @Nullable Integer row) {}

    /// @param promise null where no agreement speaks of it: then the rules themselves decide
    record Decision(@Nullable Agreement agreement, @Nullable Promise promise, List<Step> steps) {
        static final Decision RULES = new Decision(null, null, List.of());

        @Nullable
        Integer row() {
            return agreement == null ? null : agreement.promises().indexOf(promise) + 1;
        }
    }

    private record Ranked(Agreement agreement, int nearness) {}

    private final Agreements agreements;

    DecisionTable(Agreements agreements) {
        this.agreements = agreements;
    }

    /// @param line the record's unit and all above it, the nearest first
    Decision decide(ClockName clock, Bearings about, List<UUID> line, LocalDate day) {
        if (agreements.agreements().isEmpty()) return Decision.RULES;
        var steps = new ArrayList<Step>();
        @Nullable Agreement chosen = null;
        @Nullable Promise promise = null;
        for (var each : ranked(kind -> kind.speaksOf(clock), line)) {
            var found = first(each, clock, about);
            var verdict = chosen != null ? Verdict.NOT_ASKED : verdict(each, about, line, day, found);
            if (verdict == Verdict.DECIDES) {
                chosen = each;
                promise = found;
            }
            var row = verdict == Verdict.DECIDES ? each.promises().indexOf(found) + 1 : null;
            steps.add(new Step(each.name(), each.kind(), verdict, row));
        }
        return new Decision(chosen, promise, List.copyOf(steps));
    }

    /// By the same order, of agreements between our own lines.
    List<Agreement.Share> shares(Bearings about, List<UUID> line, LocalDate day) {
        return ranked(kind -> kind == AgreementKind.OLA, line).stream()
                .filter(each -> applies(each, about, line, day) == null)
                .map(Agreement::shares)
                .filter(shares -> !shares.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Agreement> ranked(Predicate<AgreementKind> kind, List<UUID> line) {
        return agreements.agreements().stream()
                .filter(each -> kind.test(each.kind()))
                .map(each -> new Ranked(each, nearness(each, line)))
                .sorted(Comparator.comparing(
                                (Ranked each) -> each.agreement().systems().isEmpty())
                        .thenComparing(Ranked::nearness))
                .map(Ranked::agreement)
                .toList();
    }

    private static int nearness(Agreement agreement, List<UUID> line) {
        for (int i = 0; i < line.size(); i++) if (agreement.units().contains(line.get(i))) return i;
        return Integer.MAX_VALUE;
    }

    private static @Nullable Promise first(Agreement agreement, ClockName clock, Bearings about) {
        return agreement.promises().stream()
                .filter(promise -> promise.fits(clock, about))
                .findFirst()
                .orElse(null);
    }

    private static Verdict verdict(
            Agreement agreement, Bearings about, List<UUID> line, LocalDate day, @Nullable Promise found) {
        var reason = applies(agreement, about, line, day);
        if (reason != null) return reason;
        return found == null ? Verdict.NO_PROMISE : Verdict.DECIDES;
    }

    /// Why the agreement is not for this one; null where it is.
    private static @Nullable Verdict applies(Agreement agreement, Bearings about, List<UUID> line, LocalDate day) {
        if (!agreement.holdsOn(day)) return Verdict.NOT_IN_FORCE;
        if (!agreement.systems().isEmpty() && !agreement.systems().contains(about.system()))
            return Verdict.OTHER_SYSTEM;
        if (!agreement.units().isEmpty() && nearness(agreement, line) == Integer.MAX_VALUE) return Verdict.OTHER_UNIT;
        if (about.matter() != null && agreement.leftOut().contains(about.matter())) return Verdict.LEFT_OUT;
        return null;
    }
}
