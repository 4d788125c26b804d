package io.hengwei.platform.account.review;

import io.hengwei.platform.account.review.AccountReviewCommand.Ask;
import io.hengwei.platform.account.review.AccountReviewCommand.Lapse;
import io.hengwei.platform.account.review.AccountReviewCommand.Settle;
import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.record.RecordId;
import io.hengwei.platform.record.RecordType;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks after rounds under way: who is asked now, whether there is still something to decide, and which accounts have
/// become what was decided. Each round is taken by one node at a time.
@Component
class ReviewUpkeep {
    private static final int BATCH = 500;

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
        for (var id : ids(state))
            transactions.executeWithoutResult(ignored -> {
                operations.hold(type, id);
                var review = operations.visible(type, id);
                if (review.state() == state) step.accept(review);
            });
    }

    private List<RecordId> ids(AccountReview.State state) {
        return transactions.execute(ignored -> db
                .sql("select id from account.account_review where state = ? order by opened_at limit " + BATCH)
                .param(state.name())
                .query(UUID.class)
                .list()
                .stream()
                .map(RecordId::new)
                .toList());
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
        var done = lines.of(review.id()).stream()
                .filter(line -> line.isOpen() && followUps.isDone(line))
                .map(ReviewLine::id)
                .toList();
        if (!done.isEmpty()) management.automatically(review.id(), new Settle(done));
    }
}
