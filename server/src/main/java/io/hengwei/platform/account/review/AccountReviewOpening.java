package io.hengwei.platform.account.review;

import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A round that was to begin and waited for consent.
@Component
class AccountReviewOpening implements Performer<OpenAccountReview> {
    private final AccountReviewManagement management;

    AccountReviewOpening(AccountReviewManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends OpenAccountReview>> operations() {
        return List.of(OpenAccountReview.class);
    }

    @Override
    public @Nullable UUID perform(Task<OpenAccountReview> task) {
        return management.open(task.operation()).id().value();
    }
}
