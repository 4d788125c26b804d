package io.hengwei.platform.account.review;

import io.hengwei.platform.identity.AccountCensus;
import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens a round that is due, once, where there is something to review. In the system's scope.
@Component
class DueReviews {
    private static final Logger LOG = LoggerFactory.getLogger(DueReviews.class);

    private final AccountReviewManagement reviews;
    private final AccountCensus census;
    private final Directory directory;
    private final JdbcClient db;
    private final TransactionTemplate transactions;

    DueReviews(
            AccountReviewManagement reviews,
            AccountCensus census,
            Directory directory,
            JdbcClient db,
            TransactionTemplate transactions) {
        this.reviews = reviews;
        this.census = census;
        this.directory = directory;
        this.db = db;
        this.transactions = transactions;
    }

    /// Where one fails the others do not wait for it; it is tried again in the next round.
    void openAll(Stream<OpenAccountReview> due) {
        due.forEach(review -> {
            try {
                open(review);
            } catch (RuntimeException e) {
                LOG.error("No round could be opened for {}", review, e);
            }
        });
    }

    void open(OpenAccountReview review) {
        var unit = directory.tree().find(review.unit());
        if (unit == null || !unit.active() || isThere(review)) return;
        if (review.person() != null && !hasSomething(review.person())) return;
        try {
            reviews.open(review);
        } catch (Refused nothingToReview) {
            LOG.debug("No round for {}: {}", review, nothingToReview.reason());
        }
    }

    private boolean isThere(OpenAccountReview review) {
        return transactions.execute(ignored -> db.sql("""
            select exists (select 1 from account.account_review where unit = ? and cause = ? and as_of = ? and person is not distinct from cast(? as uuid))""")
                .param(review.unit().value())
                .param(review.cause().name())
                .param(review.asOf())
                .param(review.person() == null ? null : review.person().value())
                .query(Boolean.class)
                .single());
    }

    /// An account that may do nothing beyond what everybody may is not worth a question.
    private boolean hasSomething(UserId person) {
        return census.of(person)
                .filter(account -> !account.groups().isEmpty()
                        || !census.roles(List.of(person)).isEmpty())
                .isPresent();
    }
}
