package io.hengwei.platform.account.review;

import io.hengwei.platform.account.review.AccountReviewCommand.Ask;
import io.hengwei.platform.account.review.AccountReviewCommand.Lapse;
import io.hengwei.platform.account.review.AccountReviewCommand.Settle;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Rows;
import io.hengwei.platform.shared.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after rounds under way: who is asked now, whether there is still something to decide, and which accounts have
/// become what was decided. Each round is taken by one node at a time.
@Component
class ReviewUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewUpkeep.class);
    private static final int BATCH = 500;

    /// Where a round stands among all of them, the newest first.
    private record Place(UUID id, Instant openedAt) {}

    private final RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type;
    private final Operations operations;
    private final AccountReviewManagement management;
    private final FollowUps followUps;
    private final ReviewLines lines;
    private final AccountCensus census;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    ReviewUpkeep(
            RecordType<AccountReview, AccountReview.State, AccountReviewCommand> type,
            Operations operations,
            AccountReviewManagement management,
            FollowUps followUps,
            ReviewLines lines,
            AccountCensus census,
            JdbcClient db,
            TransactionTemplate transactions) {
        this.type = type;
        this.operations = operations;
        this.management = management;
        this.followUps = followUps;
        this.lines = lines;
        this.census = census;
        this.db = db;
        this.transactions = transactions;
    }

    /// In the system's scope.
    void look() {
        each(AccountReview.State.REVIEWING, this::renew);
        each(AccountReview.State.FOLLOWING, this::settle);
    }

    private void each(AccountReview.State state, Consumer<AccountReview> step) {
        for (var page = after(state, null); !page.isEmpty(); page = after(state, page.getLast()))
            page.forEach(one -> take(new RecordId(one.id()), state, step));
    }

    /// What fails is tried again in the next round; the others do not wait for it.
    private void take(RecordId id, AccountReview.State state, Consumer<AccountReview> step) {
        try {
            transactions.executeWithoutResult(ignored -> {
                operations.hold(type, id);
                var review = operations.visible(type, id);
                if (review.state() == state) step.accept(review);
            });
        } catch (RuntimeException e) {
            LOG.error("The account review {} could not be looked after", id, e);
        }
    }

    private List<Place> after(AccountReview.State state, @Nullable Place last) {
        return transactions.execute(ignored -> db.sql("""
            select id, opened_at from account.account_review
            where state = ? and done_at is null and (opened_at, id) < (coalesce(?, 'infinity'::timestamptz), ?)
            order by opened_at desc, id desc limit\s""" + BATCH)
                .param(state.name())
                .param(last == null ? null : SqlValues.of(last.openedAt()))
                .param(last == null ? new UUID(0, 0) : last.id())
                .query(Rows.of(Place.class))
                .list());
    }

    private void renew(AccountReview review) {
        var only = review.person();
        if (only != null && census.of(only).isEmpty()) {
            management.automatically(review.id(), new Lapse());
            return;
        }
        var asked = management.askedNow(review);
        if (!asked.equals(review.asked())) management.automatically(review.id(), new Ask(asked));
    }

    private void settle(AccountReview review) {
        var open = lines.of(review.id()).stream().filter(ReviewLine::isOpen).toList();
        var done = followUps.done(open).stream().map(ReviewLine::id).toList();
        if (!done.isEmpty()) management.automatically(review.id(), new Settle(done));
    }
}
