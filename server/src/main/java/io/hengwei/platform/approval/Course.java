package io.hengwei.platform.approval;

import io.hengwei.platform.approval.ApprovalRules.OnRejection;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a consent is: its frozen stages, who was asked in each, and what they said. Nothing is ever copied from the
/// votes: where it stands is worked out of them.
///
/// @param at the present stage, counted from 0
record Course(int at, List<Leg> legs) {
    /// @param seats who was asked; empty before the stage is reached
    record Leg(Stage stage, List<Seat> seats) {
        Leg with(List<Seat> others) {
            return new Leg(stage, List.copyOf(others));
        }

        long said(boolean yes) {
            return seats.stream()
                    .filter(seat -> seat.vote() != null && seat.vote().yes() == yes)
                    .count();
        }

        /// Too few are asked for the stage ever to be passed.
        boolean lacksPeople() {
            return seats.size() < stage.fewest();
        }

        Standing standing() {
            var needed = stage.needed(seats.size());
            if (said(false) > 0 && stage.onRejection() != OnRejection.COUNTS)
                return stage.onRejection() == OnRejection.LEADS_BACK ? Standing.BACK : Standing.REFUSED;
            if (said(true) >= needed && !seats.isEmpty()) return Standing.PASSED;
            if (!seats.isEmpty() && !lacksPeople() && seats.size() - said(false) < needed) return Standing.REFUSED;
            return Standing.OPEN;
        }
    }

    /// @param standIns who may speak for the person now
    /// @param by whoever named the person; null where the rule did
    record Seat(
            UserId person,
            List<UserId> standIns,
            Origin origin,
            @Nullable UserId by,
            @Nullable Vote vote) {
        boolean isOf(UserId voter) {
            return person.equals(voter) || standIns.contains(voter);
        }
    }

    enum Origin {
        RULE,
        ESCALATED,
        TRANSFERRED,
        ADDED
    }

    /// @param voter who spoke: the person of the seat or a stand-in
    record Vote(UserId voter, boolean yes, @Nullable String opinion, Instant at) {}

    enum Standing {
        OPEN,
        PASSED,
        REFUSED,
        BACK
    }

    static Course of(List<Stage> stages) {
        return new Course(
                0, stages.stream().map(stage -> new Leg(stage, List.of())).toList());
    }

    Leg now() {
        return legs.get(at);
    }

    boolean isLast() {
        return at == legs.size() - 1;
    }

    /// Whoever has not spoken yet in the present stage, and whoever may speak for them.
    Set<UserId> asked() {
        return now().seats().stream()
                .filter(seat -> seat.vote() == null)
                .flatMap(seat -> Stream.concat(Stream.of(seat.person()), seat.standIns().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Everybody who was ever asked, or spoke.
    Set<UserId> everybody() {
        return legs.stream()
                .flatMap(leg -> leg.seats().stream())
                .flatMap(seat -> Stream.concat(Stream.of(seat.person()), seat.standIns().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whoever has spoken in what still counts: one person has one voice in the whole.
    Set<UserId> voices() {
        return legs.stream()
                .flatMap(leg -> leg.seats().stream())
                .map(Seat::vote)
                .filter(java.util.Objects::nonNull)
                .map(Vote::voter)
                .collect(Collectors.toUnmodifiableSet());
    }

    Course vote(UserId voter, boolean yes, @Nullable String opinion, Instant now) {
        if (voices().contains(voter)) throw new Refused("voted-already");
        var seat = seatOf(voter).orElseThrow(() -> new Refused("not-asked"));
        var vote = new Vote(voter, yes, opinion, now);
        return seat(seat, s -> new Seat(s.person(), s.standIns(), s.origin(), s.by(), vote));
    }

    /// How it goes on after this word: in the stage after, in the one before, or where it was.
    Course after(UserId voter, boolean yes, @Nullable String opinion, Instant now) {
        var said = vote(voter, yes, opinion, now);
        return switch (said.now().standing()) {
            case PASSED -> said.isLast() ? said : said.next();
            case BACK -> said.at() == 0 ? said : said.backTo(said.at() - 1);
            case OPEN, REFUSED -> said;
        };
    }

    /// What is confirmed on the spot is agreed to nowhere else, and nothing else is.
    void requirePlace(boolean here) {
        if (here == now().stage().onTheSpot()) return;
        throw new Refused(here ? "not-on-the-spot" : "only-on-the-spot");
    }

    /// The own seat first, else one of those the person may speak for.
    private Optional<Seat> seatOf(UserId voter) {
        return open(seat -> seat.person().equals(voter)).or(() -> open(seat -> seat.isOf(voter)));
    }

    private Optional<Seat> open(Predicate<Seat> which) {
        return now().seats().stream()
                .filter(seat -> seat.vote() == null)
                .filter(which)
                .findFirst();
    }

    Course transfer(UserId from, UserId to) {
        requireNew(to);
        var seat = seatOf(from).orElseThrow(() -> new Refused("not-asked"));
        return seat(seat, s -> new Seat(to, List.of(), Origin.TRANSFERRED, from, null));
    }

    /// Another stage of one person, before the present one or after it.
    Course add(UserId by, UserId person, boolean before) {
        requireNew(person);
        if (seatOf(by).isEmpty()) throw new Refused("not-asked");
        var added = new Leg(
                Stage.added(now().stage().name(), person.value()),
                before ? List.of(new Seat(person, List.of(), Origin.ADDED, by, null)) : List.of());
        var all = new ArrayList<>(legs);
        all.add(before ? at : at + 1, added);
        return new Course(at, List.copyOf(all));
    }

    private void requireNew(UserId person) {
        if (asked().contains(person) || voices().contains(person)) throw new Refused("asked-already");
    }

    /// These are asked in the present stage, besides those who are.
    Course ask(List<Seat> more) {
        var seats = new ArrayList<>(now().seats());
        for (var seat : more) if (seats.stream().noneMatch(s -> s.person().equals(seat.person()))) seats.add(seat);
        return leg(at, now().with(seats));
    }

    /// Who may speak for those who have not spoken yet.
    Course standIns(java.util.function.Function<UserId, List<UserId>> of) {
        return leg(
                at,
                now().with(now().seats().stream()
                        .map(s -> s.vote() != null
                                ? s
                                : new Seat(s.person(), of.apply(s.person()), s.origin(), s.by(), null))
                        .toList()));
    }

    Course next() {
        return new Course(at + 1, legs);
    }

    /// Back to a stage before: whatever was said since counts no more, and its people are found anew.
    Course backTo(int stage) {
        if (stage < 0 || stage >= at)
            throw Refused.invalid("no-earlier-stage", at + 1).at("stage");
        var all = new ArrayList<Leg>();
        for (int i = 0; i < legs.size(); i++)
            all.add(i < stage ? legs.get(i) : legs.get(i).with(List.of()));
        return new Course(stage, List.copyOf(all));
    }

    private Course seat(Seat which, UnaryOperator<Seat> change) {
        return leg(
                at,
                now().with(now().seats().stream()
                        .map(seat -> seat == which ? change.apply(seat) : seat)
                        .toList()));
    }

    private Course leg(int index, Leg leg) {
        var all = new ArrayList<>(legs);
        all.set(index, leg);
        return new Course(at, List.copyOf(all));
    }
}
