package io.hengwei.platform.account.review;

import io.hengwei.platform.account.RequestedRight;
import io.hengwei.platform.account.review.AccountReviewCommand.Decide;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One account of a round, and what was decided about it.
///
/// @param held the roles that can be withdrawn: not those held by standing in for somebody or brought by a group
/// elsewhere
/// @param request the application that carries it out
/// @param settledAt since when the account is as was decided, or it was dropped
/// @param waived why it is not carried out after all
record ReviewLine(
        UUID id,
        UserId person,
        String name,
        List<RequestedRight> held,
        @Nullable ReviewVerdict verdict,
        @Nullable String comment,
        List<RequestedRight> withdraw,
        @Nullable UserId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable UUID request,
        @Nullable Instant settledAt,
        @Nullable String waived) {
    ReviewLine decided(Decide word, UserId by, Instant at) {
        var gone = Objects.requireNonNullElse(word.withdraw(), List.<RequestedRight>of());
        var said = said(word.comment());
        if (word.verdict() != ReviewVerdict.KEEP && said == null)
            throw Refused.invalid("review-reason").at("comment");
        if (!gone.isEmpty() && (word.verdict() != ReviewVerdict.CHANGE || !held.containsAll(gone)))
            throw Refused.invalid("review-withdraw", name).at("withdraw");
        return new ReviewLine(id, person, name, held, word.verdict(), said, gone, by, at, null, null, null);
    }

    private static @Nullable String said(@Nullable String comment) {
        return comment == null || comment.isBlank() ? null : comment.strip();
    }

    ReviewLine asked(UUID request) {
        return with(request, settledAt, waived);
    }

    ReviewLine settled(Instant at) {
        return with(request, at, waived);
    }

    ReviewLine waived(String reason, Instant at) {
        return with(request, at, reason.strip());
    }

    private ReviewLine with(@Nullable UUID request, @Nullable Instant settledAt, @Nullable String waived) {
        return new ReviewLine(
                id, person, name, held, verdict, comment, withdraw, decidedBy, decidedAt, request, settledAt, waived);
    }

    /// Something is to become of the account, and has not yet.
    boolean isOpen() {
        return verdict != null && verdict != ReviewVerdict.KEEP && settledAt == null;
    }
}
