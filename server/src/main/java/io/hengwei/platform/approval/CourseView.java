package io.hengwei.platform.approval;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.identity.PersonRef;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The picture of a chain: its stages, who is asked and what they said, and where it stands.
///
/// @param at the present stage, counted from 1
/// @param repeated whether the maker does the act once more after consent, because nobody else can
/// @param onTheSpot whether somebody who is here may confirm now in the maker's window
record CourseView(
        int at,
        List<StageView> stages,
        boolean repeated,
        boolean lacksPeople,
        boolean onTheSpot,
        boolean breakable,
        @Nullable Instant stageDueAt) {
    enum Progress {
        PASSED,
        PRESENT,
        REFUSED,
        TO_COME
    }

    /// @param needed how many must agree; 0 while nobody is asked yet
    record StageView(
            String name,
            Progress progress,
            ApprovalRules.Mode mode,
            int needed,
            boolean onTheSpot,
            @Nullable Duration limit,
            List<SeatView> seats) {}

    record SeatView(
            PersonRef person,
            List<PersonRef> standIns,
            Course.Origin origin,
            @Nullable PersonRef by,
            @Nullable PersonRef voter,
            @Nullable Boolean agreed,
            @Nullable String opinion,
            @Nullable Instant at) {}

    static CourseView of(Approval approval, Directory directory) {
        var course = approval.course();
        var people = directory.people(named(course));
        var open = approval.state() == ApprovalState.PENDING;
        var stages = IntStream.range(0, course.legs().size())
                .mapToObj(i -> stage(course.legs().get(i), progress(course, i, approval.state()), people))
                .toList();
        return new CourseView(
                course.at() + 1,
                stages,
                !approval.runs(),
                open && course.now().lacksPeople(),
                open && course.now().stage().onTheSpot(),
                open && approval.breakable(),
                open ? approval.stageDueAt() : null);
    }

    private static List<UserId> named(Course course) {
        var all = new HashSet<>(course.everybody());
        course.legs().stream().flatMap(leg -> leg.seats().stream()).forEach(seat -> {
            if (seat.by() != null) all.add(seat.by());
            if (seat.vote() != null) all.add(seat.vote().voter());
        });
        return new ArrayList<>(all);
    }

    private static Progress progress(Course course, int stage, ApprovalState state) {
        if (stage > course.at()) return Progress.TO_COME;
        var standing = course.legs().get(stage).standing();
        if (stage < course.at() || standing == Course.Standing.PASSED) return Progress.PASSED;
        return standing == Course.Standing.OPEN && state != ApprovalState.REJECTED
                ? Progress.PRESENT
                : Progress.REFUSED;
    }

    private static StageView stage(Course.Leg leg, Progress progress, Map<UserId, PersonRef> people) {
        var stage = leg.stage();
        return new StageView(
                stage.name(),
                progress,
                stage.mode(),
                leg.seats().isEmpty() ? 0 : stage.needed(leg.seats().size()),
                stage.onTheSpot(),
                stage.limit(),
                leg.seats().stream().map(seat -> seat(seat, people)).toList());
    }

    private static SeatView seat(Course.Seat seat, Map<UserId, PersonRef> people) {
        var vote = seat.vote();
        return new SeatView(
                person(people, seat.person()),
                seat.standIns().stream().map(id -> person(people, id)).toList(),
                seat.origin(),
                seat.by() == null ? null : person(people, seat.by()),
                vote == null ? null : person(people, vote.voter()),
                vote == null ? null : vote.yes(),
                vote == null ? null : vote.opinion(),
                vote == null ? null : vote.at());
    }

    private static PersonRef person(Map<UserId, PersonRef> people, UserId id) {
        var known = people.get(id);
        return known == null ? new PersonRef(id, "—", "") : known;
    }
}
