package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.approval.Course.Origin;
import io.hengwei.platform.approval.Course.Seat;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.record.RecordCards;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Finds who is to be asked: never the maker, nor whom the act itself is about, nor who has spoken already. Where there
/// are too few near the unit, those above are asked as well; where a rule finds nobody at all, those who are the last
/// resort; nobody is never enough.
@Component
class Approvers {
    private final Directory directory;
    private final RecordCards cards;
    private final Superiors superiors;

    Approvers(Directory directory, RecordCards cards, Superiors superiors) {
        this.directory = directory;
        this.cards = cards;
        this.superiors = superiors;
    }

    List<Seat> of(Stage stage, Approval approval, Course course) {
        var out = excluded(approval, course);
        var found = asRuled(stage, approval, out);
        return seats(found.size() < stage.fewest() ? lastResort(approval, found, out) : found, approval.maker());
    }

    /// Those above whoever is asked already, for a stage whose time is over or that had nobody.
    List<UserId> above(Approval approval) {
        var course = approval.course();
        var out = excluded(approval, course);
        course.now().seats().forEach(seat -> out.add(seat.person()));
        var stage = course.now().stage();
        var line = directory.tree().ancestors(anchor(stage, approval));
        var found = directory.firstHolding(stage.roles(), line, out).people();
        return List.copyOf(found.isEmpty() ? lastResort(approval, Set.of(), out) : found);
    }

    Seat seat(UserId person, UserId maker, Origin origin) {
        return new Seat(person, standIns(person, maker), origin, null, null);
    }

    /// Who stands in for somebody who is away now, but for the maker and whoever stands in for the maker.
    List<UserId> standIns(UserId person, UserId maker) {
        var own = own(maker);
        return directory.delegatesOf(person).stream()
                .filter(deputy -> !own.contains(deputy))
                .sorted(Comparator.comparing(UserId::value))
                .toList();
    }

    /// The maker, and whoever acts for the maker now: none of them decides on the maker's act.
    Set<UserId> own(UserId maker) {
        return superiors.own(maker);
    }

    private Set<UserId> asRuled(Stage stage, Approval approval, Set<UserId> out) {
        return switch (stage.whom()) {
            case ROLES -> superiors.nearest(stage.roles(), anchor(stage, approval), stage.fewest(), out);
            case PEOPLE ->
                Superiors.without(
                        directory
                                .people(stage.people().stream().map(UserId::new).toList())
                                .keySet(),
                        out);
            case COLLEAGUES -> Superiors.without(colleagues(approval), out);
        };
    }

    private Set<UserId> colleagues(Approval approval) {
        var subject = approval.frozen().subject();
        return subject == null
                ? Set.of()
                : cards.find(new RecordId(subject))
                        .map(card -> card.assignmentGroup() == null
                                ? Set.<UserId>of()
                                : directory.members(card.assignmentGroup()))
                        .orElse(Set.of());
    }

    private Set<UserId> lastResort(Approval approval, Set<UserId> some, Set<UserId> out) {
        var all = new LinkedHashSet<>(some);
        all.addAll(superiors.lastResort(approval.unit(), out));
        return all;
    }

    private UnitId anchor(Stage stage, Approval approval) {
        return switch (stage.where()) {
            case SUBJECT -> approval.unit();
            case MAKER -> directory.unitOf(approval.maker());
            case TOP -> {
                var root = directory.tree().root();
                yield root == null ? approval.unit() : root.id();
            }
        };
    }

    private Set<UserId> excluded(Approval approval, Course course) {
        var out = new LinkedHashSet<>(course.voices());
        out.addAll(own(approval.maker()));
        var subject = approval.frozen().subject();
        if (subject != null && approval.frozen().subjectKind().equals("PERSON")) out.add(new UserId(subject));
        return out;
    }

    private List<Seat> seats(Collection<UserId> people, UserId maker) {
        return people.stream().map(person -> seat(person, maker, Origin.RULE)).toList();
    }
}
