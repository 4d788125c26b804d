package io.hengwei.platform.account.review;

import static io.hengwei.platform.account.review.AccountReview.State.*;
import static io.hengwei.platform.account.review.ReviewVerdict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.account.review.AccountReviewCommand.*;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Problem;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountReviewLifecycleTest {
    private static final Instant NOON = Instant.parse("2026-10-01T04:00:00Z");
    private static final UserId HEAD = new UserId(Ids.next());
    private static final UserId ABOVE = new UserId(Ids.next());
    private static final UserId LI = new UserId(Ids.next());
    private static final UnitId UNIT = new UnitId(Ids.next());
    private static final RequestedRight ENGINEER = new RequestedRight("ENGINEER", UNIT);

    private final Panel panel = new Panel(Set.of(HEAD), Set.of(), Set.of(HEAD), Set.of(ABOVE));
    private final ReviewLine li = line(LI);
    private final ReviewLine head = line(HEAD);
    private List<ReviewLine> lines = List.of(li, head);
    private final AccountReview review = new AccountReview(
            new Birth(RecordId.next(), "ARV0000001", NOON, LI, opening()),
            opening(),
            "复核",
            NOON.plus(Duration.ofDays(10)),
            2,
            panel);

    @Test
    void theHeadDecidesAndSomebodyAboveDecidesAboutTheHead() {
        assertThat(review.asked()).containsExactlyInAnyOrder(HEAD, ABOVE);
        decide(HEAD, true, KEEP, null, li);
        assertThatThrownBy(() -> decide(HEAD, true, KEEP, null, head)).hasMessageContaining("review-own-account");
        decide(ABOVE, false, KEEP, null, head);
        assertThat(review.asked()).containsExactly(HEAD);
        perform(new Confirm(null), HEAD, true);
        assertThat(review.state()).isEqualTo(FOLLOWING);
        assertThat(review.asked()).isEmpty();
        assertThat(review.dueAt()).as("nothing is due any more").isNull();
        perform(new Conclude(), HEAD, false);
        assertThat(review.state()).isEqualTo(COMPLETED);
    }

    @Test
    void whoDecidesInPlaceOfTheHeadDecidesNothingElse() {
        assertThatThrownBy(() -> decide(ABOVE, false, KEEP, null, li)).hasMessageContaining("review-not-yours");
        decide(HEAD, true, KEEP, null, li);
        decide(ABOVE, false, KEEP, null, head);
        assertThatThrownBy(() -> perform(new Confirm(null), ABOVE, false)).hasMessageContaining("review-not-yours");
    }

    @Test
    void theRoundIsConfirmedOnlyWhenEveryLineIsDecided() {
        decide(HEAD, true, KEEP, null, li);
        assertThatThrownBy(() -> perform(new Confirm(null), HEAD, true)).hasMessageContaining("review-undecided");
        assertThat(review.details()).containsEntry("undecided", 1);
        assertThat(review.state()).isEqualTo(REVIEWING);
    }

    @Test
    void whatIsToChangeNeedsAReasonAndRolesThatAreHeld() {
        assertThatThrownBy(() -> decide(HEAD, true, CLOSE, " ", li)).hasMessageContaining("review-reason");
        assertThatThrownBy(() -> withdraw(CHANGE, new RequestedRight("OPS_MANAGER", UNIT)))
                .hasMessageContaining("review-withdraw");
        assertThatThrownBy(() -> withdraw(KEEP, ENGINEER)).hasMessageContaining("review-withdraw");
        withdraw(CHANGE, ENGINEER);
        assertThat(lines.getFirst().withdraw()).containsExactly(ENGINEER);
    }

    @Test
    void aRoundIsOverWhenWhatWasDecidedIsDoneOrDropped() {
        decide(HEAD, true, CLOSE, "离岗", li);
        decide(ABOVE, false, CHANGE, "不再兼任", head);
        perform(new Confirm("已核"), HEAD, true);
        assertThat(review.details()).containsEntry("followUps", 2);
        assertThat(review.asked()).as("may drop what follows").containsExactly(HEAD);
        assertThatThrownBy(() -> perform(new Conclude(), HEAD, false)).hasMessageContaining("follow-ups-open");
        perform(new Settle(List.of(li.id())), HEAD, false);
        assertThatThrownBy(() -> perform(new Waive(List.of(head.id()), "组织调整"), HEAD, true))
                .as("nobody drops what was decided about himself")
                .hasMessageContaining("review-own-account");
        perform(new Waive(List.of(head.id()), "组织调整"), ABOVE, true);
        assertThat(review.details()).containsEntry("followUps", 0);
        assertThat(review.asked()).isEmpty();
        assertThatThrownBy(() -> perform(new Waive(List.of(head.id()), "再次"), ABOVE, true))
                .hasMessageContaining("review-nothing-open");
        perform(new Conclude(), HEAD, false);
    }

    @Test
    void nothingIsDecidedAfterTheConfirmation() {
        decide(HEAD, true, KEEP, null, li);
        decide(ABOVE, false, KEEP, null, head);
        perform(new Confirm(null), HEAD, true);
        assertThatThrownBy(() -> decide(HEAD, true, KEEP, null, li)).isInstanceOf(Problem.class);
        assertThat(AccountReview.LIFECYCLE.availableIn(LAPSED)).isEmpty();
    }

    private void withdraw(ReviewVerdict verdict, RequestedRight right) {
        perform(new Decide(List.of(li.id()), verdict, "转岗", List.of(right)), HEAD, true);
    }

    private void decide(UserId by, boolean everything, ReviewVerdict verdict, @Nullable String why, ReviewLine line) {
        perform(new Decide(List.of(line.id()), verdict, why, null), by, everything);
    }

    private void perform(AccountReviewCommand command, UserId by, boolean everything) {
        var sheet = new ReviewSheet(lines, panel, Set.of(by), everything);
        review.on(sheet);
        review.perform(command, by, NOON);
        var after = new ArrayList<>(lines);
        for (var changed : sheet.changed()) after.replaceAll(line -> line.id().equals(changed.id()) ? changed : line);
        lines = after;
    }

    private static ReviewLine line(UserId person) {
        return new ReviewLine(
                UUID.randomUUID(),
                person,
                "李四",
                List.of(ENGINEER),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    private static OpenAccountReview opening() {
        return new OpenAccountReview(UNIT, ReviewCause.PERIODIC, null, LocalDate.of(2026, 10, 1));
    }
}
