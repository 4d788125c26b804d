package io.hengwei.platform.account;

import io.hengwei.platform.record.Performer;
import io.hengwei.platform.record.RecordId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commands that waited for consent.
@Component
class AccountExecutionPerformer implements Performer<AccountRequestCommand> {
    private final AccountRequestManagement management;

    AccountExecutionPerformer(AccountRequestManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends AccountRequestCommand>> operations() {
        return Performer.commandsOf(AccountRequestCommand.class);
    }

    @Override
    public String kind() {
        return "ACCOUNT_REQUEST";
    }

    @Override
    public @Nullable UUID perform(Task<AccountRequestCommand> task) {
        return Performer.done(
                () -> management.perform(new RecordId(task.thing()), task.seenVersion(), task.operation()));
    }
}
