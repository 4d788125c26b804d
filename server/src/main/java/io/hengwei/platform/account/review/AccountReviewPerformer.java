package io.hengwei.platform.account.review;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commands that waited for consent.
@Component
class AccountReviewPerformer implements Performer<AccountReviewCommand> {
    private final AccountReviewManagement management;

    AccountReviewPerformer(AccountReviewManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends AccountReviewCommand>> operations() {
        return Performer.commandsOf(AccountReviewCommand.class);
    }

    @Override
    public String kind() {
        return "ACCOUNT_REVIEW";
    }

    @Override
    public @Nullable UUID perform(Task<AccountReviewCommand> task) {
        return Performer.done(
                () -> management.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
