package io.hengwei.platform.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.approval.ApprovalRules.Mode;
import io.hengwei.platform.approval.ApprovalRules.OnRejection;
import io.hengwei.platform.approval.ApprovalRules.Stage;
import io.hengwei.platform.approval.ApprovalRules.Where;
import io.hengwei.platform.approval.ApprovalRules.Whom;
import io.hengwei.platform.approval.Course.Origin;
import io.hengwei.platform.approval.Course.Seat;
import io.hengwei.platform.approval.Course.Standing;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How votes become an outcome.
class CourseTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "ALL, , 3, 3",
        "ANY, , 3, 1",
        "QUORUM, 2, 3, 2",
        "PERCENT, 50, 3, 2",
        "PERCENT, 67, 3, 3",
        "PERCENT, 1, 3, 1"
    })
    void aStageIsPassedByJustAsManyAsItNeeds(Mode mode, Integer count, int asked, int needed) {
        var course = course(asked, mode, count, OnRejection.ENDS);
        for (int i = 0; i < needed; i++) {
            assertThat(course.now().standing()).as(i + " of " + needed).isEqualTo(Standing.OPEN);
            course = course.vote(person(i), true, null, NOW);
        }
        assertThat(course.now().standing()).isEqualTo(Standing.PASSED);
    }

    @Test
    void aStageThatNobodyIsAskedInIsNeverPassed() {
        for (var mode : Mode.values()) {
            var course = Course.of(List.of(stage(mode, mode == Mode.PERCENT ? 1 : 2, OnRejection.COUNTS)));
            assertThat(course.now().standing()).isEqualTo(Standing.OPEN);
            assertThat(course.now().lacksPeople()).isTrue();
        }
    }

    @Test
    void fewerThanTheQuorumAreNotEnoughHoweverTheyVote() {
        var course = course(2, Mode.QUORUM, 3, OnRejection.COUNTS)
                .vote(person(0), true, null, NOW)
                .vote(person(1), true, null, NOW);
        assertThat(course.now().standing()).isEqualTo(Standing.OPEN);
        assertThat(course.now().lacksPeople()).isTrue();
        assertThat(course.ask(List.of(seat(person(2))))
                        .vote(person(2), true, null, NOW)
                        .now()
                        .standing())
                .isEqualTo(Standing.PASSED);
    }

    @Test
    void oneRefusalEndsItOrCountsOrLeadsBackAsTheStageSays() {
        assertThat(course(3, Mode.QUORUM, 2, OnRejection.ENDS)
                        .vote(person(0), false, "no", NOW)
                        .now()
                        .standing())
                .isEqualTo(Standing.REFUSED);
        assertThat(course(3, Mode.QUORUM, 2, OnRejection.LEADS_BACK)
                        .vote(person(0), false, "no", NOW)
                        .now()
                        .standing())
                .isEqualTo(Standing.BACK);
        var counted = course(3, Mode.QUORUM, 2, OnRejection.COUNTS).vote(person(0), false, "no", NOW);
        assertThat(counted.now().standing()).isEqualTo(Standing.OPEN);
        assertThat(counted.vote(person(1), false, "no", NOW).now().standing())
                .as("two can no longer agree")
                .isEqualTo(Standing.REFUSED);
    }

    @Test
    void onePersonHasOneVoiceAlsoForSomebodyElse() {
        var first = person(0);
        var absent = new Seat(person(1), List.of(first), Origin.RULE, null, null);
        var course = Course.of(List.of(stage(Mode.ALL, null, OnRejection.ENDS)))
                .ask(List.of(seat(first), absent))
                .vote(first, true, null, NOW);
        assertThat(course.now().seats().getFirst().vote())
                .as("the own seat first")
                .isNotNull();
        assertRefused("voted-already", () -> course.vote(first, true, null, NOW));
        assertThat(course.now().standing()).isEqualTo(Standing.OPEN);
    }

    @Test
    void aStandInFillsTheSeatOfWhoIsAway() {
        var course = Course.of(List.of(stage(Mode.ALL, null, OnRejection.ENDS)))
                .ask(List.of(new Seat(person(1), List.of(person(7)), Origin.RULE, null, null)));
        assertThat(course.asked()).containsExactlyInAnyOrder(person(1), person(7));
        assertThat(course.vote(person(7), true, null, NOW).now().standing()).isEqualTo(Standing.PASSED);
    }

    @Test
    void whoIsNotAskedHasNoVoice() {
        assertRefused(
                "not-asked", () -> course(1, Mode.ANY, null, OnRejection.ENDS).vote(person(9), true, null, NOW));
    }

    @Test
    void goingBackTakesBackWhatWasSaidSince() {
        var two = Course.of(List.of(stage(Mode.ANY, null, OnRejection.ENDS), stage(Mode.ANY, null, OnRejection.ENDS)))
                .ask(List.of(seat(person(0))))
                .vote(person(0), true, null, NOW)
                .next()
                .ask(List.of(seat(person(1))));
        var back = two.backTo(0);
        assertThat(back.at()).isZero();
        assertThat(back.voices()).isEmpty();
        assertThat(back.now().seats()).as("its people are found anew").isEmpty();
        assertRefused("no-earlier-stage", () -> back.backTo(0));
        assertRefused("no-earlier-stage", () -> two.backTo(1));
    }

    @Test
    void whoIsAddedBeforeDecidesFirstAndAfterLast() {
        var course = course(1, Mode.ANY, null, OnRejection.ENDS);
        var before = course.add(person(0), person(5), true);
        assertThat(before.asked()).containsExactly(person(5));
        assertThat(before.legs()).hasSize(2);
        var after = course.add(person(0), person(5), false);
        assertThat(after.asked()).containsExactly(person(0));
        assertThat(after.isLast()).isFalse();
        assertRefused("not-asked", () -> course.add(person(3), person(5), true));
        assertRefused("asked-already", () -> course.add(person(0), person(0), false));
    }

    @Test
    void whoHandsOverIsAskedNoMore() {
        var course = course(2, Mode.ALL, null, OnRejection.ENDS).transfer(person(0), person(4));
        assertThat(course.asked()).containsExactlyInAnyOrder(person(1), person(4));
        assertRefused("asked-already", () -> course.transfer(person(4), person(1)));
    }

    private static void assertRefused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static Course course(int asked, Mode mode, Integer count, OnRejection onRejection) {
        return Course.of(List.of(stage(mode, count, onRejection)))
                .ask(IntStream.range(0, asked).mapToObj(i -> seat(person(i))).toList());
    }

    private static Stage stage(Mode mode, Integer count, OnRejection onRejection) {
        return new Stage(
                "复核",
                Whom.ROLES,
                List.of("OPS_MANAGER"),
                List.of(),
                Where.SUBJECT,
                mode,
                count,
                onRejection,
                null,
                false,
                List.of());
    }

    private static Seat seat(UserId person) {
        return new Seat(person, List.of(), Origin.RULE, null, null);
    }

    private static UserId person(int number) {
        return new UserId(new UUID(7, number));
    }
}
