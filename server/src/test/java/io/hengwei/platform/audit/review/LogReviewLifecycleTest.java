package io.hengwei.platform.audit.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hengwei.platform.audit.review.LogReviewCommand.*;
import io.hengwei.platform.record.Birth;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LogReviewLifecycleTest {
    private static final UserId AUDITOR = new UserId(Ids.next());
    private static final UserId OTHER = new UserId(Ids.next());
    private static final Instant NOW = Instant.parse("2026-02-01T01:00:00Z");

    private final LogReview review = review();

    @Test
    void whoDraftsSignsAndSomebodyElseApproves() {
        review.perform(draft(), AUDITOR, NOW);
        review.perform(new Submit(), AUDITOR, NOW);
        review.perform(new Approve(null), OTHER, NOW);
        assertThat(review.state()).isEqualTo(LogReview.State.APPROVED);
        assertThat(review.details()).containsEntry("author", AUDITOR).containsEntry("approver", OTHER);
    }

    @Test
    void nobodyApprovesTheOwnOpinion() {
        review.perform(draft(), AUDITOR, NOW);
        review.perform(new Submit(), AUDITOR, NOW);
        assertThatThrownBy(() -> review.perform(new Approve(null), AUDITOR, NOW))
                .hasMessageContaining("own-review");
        assertThat(review.state()).isEqualTo(LogReview.State.SUBMITTED);
    }

    @Test
    void nobodySignsForAnother() {
        review.perform(draft(), AUDITOR, NOW);
        assertThatThrownBy(() -> review.perform(new Submit(), OTHER, NOW)).hasMessageContaining("sign-own-draft");
    }

    @Test
    void whatIsSentBackIsDraftedAndSignedAgain() {
        review.perform(draft(), AUDITOR, NOW);
        review.perform(new Submit(), AUDITOR, NOW);
        review.perform(new SendBack("Which systems?"), OTHER, NOW);
        assertThat(review.state()).isEqualTo(LogReview.State.DRAFTING);
        assertThat(review.details()).doesNotContainKey("submittedAt");
    }

    @Test
    void anomaliesThatNobodyAnsweredForHoldItBack() {
        review.perform(draft(), AUDITOR, NOW);
        review.answeringFor(2);
        assertThatThrownBy(() -> review.perform(new Submit(), AUDITOR, NOW)).hasMessageContaining("anomalies-open");
    }

    private static Draft draft() {
        return new Draft("ERP", "Ledger, sign-ins", null, "Nothing unusual");
    }

    private static LogReview review() {
        var open = new OpenLogReview(new UnitId(Ids.next()), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        return new LogReview(new Birth(RecordId.next(), "LRV0000001", NOW, AUDITOR, open), open, "January", NOW);
    }
}
