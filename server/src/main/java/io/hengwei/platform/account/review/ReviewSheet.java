package io.hengwei.platform.account.review;

import io.hengwei.platform.account.review.AccountReviewCommand.Decide;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// The lines of a round while a command is applied to them, and who may say what about which.
final class ReviewSheet {
    private final Map<UUID, ReviewLine> lines = new LinkedHashMap<>();
    private final Map<UUID, ReviewLine> changed = new LinkedHashMap<>();
    private final Panel panel;
    private final Set<UserId> own;
    private final boolean everything;

    /// @param own whose accounts whoever acts has no word about: the own one, and of whom that person stands in for
    /// @param everything whether whoever acts decides about the unit, and not only in place of its head
    ReviewSheet(Collection<ReviewLine> lines, Panel panel, Set<UserId> own, boolean everything) {
        lines.forEach(line -> this.lines.put(line.id(), line));
        this.panel = panel;
        this.own = own;
        this.everything = everything;
    }

    void decide(Decide word, UserId by, Instant at) {
        for (var line : named(word.lines())) {
            if (own.contains(line.person())) throw new Refused("review-own-account", line.name());
            if (!everything && !panel.alone().contains(line.person())) throw new Refused("review-not-yours");
            put(line.decided(word, by, at));
        }
    }

    void requireConfirmable() {
        if (!everything) throw new Refused("review-not-yours");
        if (undecided() > 0) throw new Refused("review-undecided", undecided());
    }

    void waive(List<UUID> which, String reason, Instant at) {
        if (!everything) throw new Refused("review-not-yours");
        for (var line : named(which)) {
            if (own.contains(line.person())) throw new Refused("review-own-account", line.name());
            if (!line.isOpen()) throw new Refused("review-nothing-open", line.name());
            put(line.waived(reason, at));
        }
    }

    void settle(List<UUID> which, Instant at) {
        each(which, line -> line.isOpen() ? line.settled(at) : line);
    }

    private void each(List<UUID> which, UnaryOperator<ReviewLine> change) {
        named(which).forEach(line -> put(change.apply(line)));
    }

    private List<ReviewLine> named(List<UUID> which) {
        return which.stream()
                .distinct()
                .map(id -> {
                    var line = lines.get(id);
                    if (line == null) throw new NotFound(id);
                    return line;
                })
                .toList();
    }

    void put(ReviewLine line) {
        lines.put(line.id(), line);
        changed.put(line.id(), line);
    }

    int undecided() {
        return count(line -> line.verdict() == null);
    }

    int open() {
        return count(ReviewLine::isOpen);
    }

    private int count(Predicate<ReviewLine> which) {
        return (int) lines.values().stream().filter(which).count();
    }

    /// Whose word it waits for.
    Set<UserId> asked() {
        return panel.all(lines.values().stream()
                .anyMatch(line -> line.verdict() == null && panel.alone().contains(line.person())));
    }

    List<ReviewLine> toFollow() {
        return lines.values().stream().filter(ReviewLine::isOpen).toList();
    }

    List<ReviewLine> changed() {
        return List.copyOf(changed.values());
    }
}
