package io.hengwei.platform.account.review;

import io.hengwei.platform.approval.Superiors;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.setting.Settings;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which units have a head, which accounts a head answers for, and who decides where the head must not.
@Component
class Reviewers {
    private final Superiors superiors;
    private final Directory directory;
    private final AccountCensus census;
    private final Settings settings;

    Reviewers(Superiors superiors, Directory directory, AccountCensus census, Settings settings) {
        this.superiors = superiors;
        this.directory = directory;
        this.census = census;
        this.settings = settings;
    }

    private List<String> roles() {
        return settings.value(AccountReviewSettings.HEADS).roles();
    }

    /// Every unit with a head of its own, and the top one, so that each account is in somebody's round.
    Set<UnitId> units() {
        var units = new LinkedHashSet<>(census.unitsWith(roles()));
        var root = directory.tree().root();
        if (root != null) units.add(root.id());
        return units;
    }

    /// The unit and those below it that have no head of their own.
    Set<UnitId> territory(UnitId unit) {
        var tree = directory.tree();
        var others = new HashSet<>(census.unitsWith(roles()));
        others.remove(unit);
        var territory = new LinkedHashSet<UnitId>();
        for (var below : tree.subtree(unit)) {
            var nearest = tree.ancestors(below).stream()
                    .filter(each -> each.equals(unit) || others.contains(each))
                    .findFirst();
            if (nearest.filter(unit::equals).isPresent()) territory.add(below);
        }
        return territory;
    }

    /// @param only the one person it is about, who has no word in it; null in a round of a unit
    Panel of(UnitId unit, @Nullable UserId only, Collection<UserId> people) {
        var heads = found(unit, only == null ? Set.of() : superiors.own(only));
        var alone = new LinkedHashSet<UserId>();
        var above = new LinkedHashSet<UserId>();
        for (var head : heads) {
            if (!people.contains(head)) continue;
            var own = superiors.own(head);
            if (own.containsAll(heads)) {
                alone.add(head);
                above.addAll(found(unit, union(own, heads)));
            }
        }
        return new Panel(heads, standIns(heads, only), alone, above);
    }

    private Set<UserId> found(UnitId unit, Set<UserId> out) {
        var nearest = superiors.nearest(roles(), unit, 1, out);
        return nearest.isEmpty() ? superiors.lastResort(unit, out) : nearest;
    }

    private Set<UserId> standIns(Set<UserId> heads, @Nullable UserId only) {
        var standIns = new LinkedHashSet<UserId>();
        heads.forEach(head -> standIns.addAll(directory.delegatesOf(head)));
        standIns.removeIf(each -> Objects.equals(each, only));
        return standIns;
    }

    private static Set<UserId> union(Set<UserId> some, Set<UserId> others) {
        var all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
