package io.hengwei.platform.account;

import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// An application that was consented to is opened in the name of whoever filed it.
@Component
class AccountRequestPerformer implements Performer<OpenAccountRequest> {
    private final AccountRequestManagement management;

    AccountRequestPerformer(AccountRequestManagement management) {
        this.management = management;
    }

    @Override
    public List<Class<? extends OpenAccountRequest>> operations() {
        return List.of(OpenAccountRequest.class);
    }

    @Override
    public @Nullable UUID perform(Task<OpenAccountRequest> task) {
        return management.open(task.operation()).id().value();
    }
}
