package io.hengwei.process.levelreport;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds whom a report goes to, upwards from the unit of the fault. Who is away is told together with who stands in.
@Component
class Ladder {
    private final Directory directory;

    Ladder(Directory directory) {
        this.directory = directory;
    }

    /// The holders of the role nearest to the unit; where nobody holds it, those of the superior role.
    Optional<Rung> first(UnitId unit, String role, @Nullable String superior) {
        var line = directory.tree().ancestors(unit);
        return rung(role, line).or(() -> superior == null ? Optional.empty() : rung(superior, line));
    }

    /// The holders of the same role further up.
    Optional<Rung> next(Rung below) {
        return without(rung(below.role(), above(below.over())), below.people());
    }

    /// As `next`; where nobody further up holds the role, those of the superior role.
    Optional<Rung> above(Rung below, @Nullable String superior) {
        return next(below)
                .or(() -> superior == null || superior.equals(below.role())
                        ? Optional.empty()
                        : without(rung(superior, directory.tree().ancestors(below.over())), below.people()));
    }

    private List<UnitId> above(UnitId unit) {
        var line = directory.tree().ancestors(unit);
        return line.isEmpty() ? line : line.subList(1, line.size());
    }

    private Optional<Rung> rung(String role, List<UnitId> line) {
        var found = directory.firstHolding(List.of(role), line, Set.of());
        return Optional.ofNullable(found.over()).map(over -> new Rung(role, over, withStandIns(found.people())));
    }

    private Set<UserId> withStandIns(Set<UserId> people) {
        var all = new LinkedHashSet<>(people);
        people.forEach(person -> all.addAll(directory.delegatesOf(person)));
        return all;
    }

    /// Telling the same people once more helps nobody.
    private static Optional<Rung> without(Optional<Rung> rung, Set<UserId> told) {
        return rung.filter(found -> !told.containsAll(found.people()));
    }
}
