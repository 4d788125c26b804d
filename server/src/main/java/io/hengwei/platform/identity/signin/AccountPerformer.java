package io.hengwei.platform.identity.signin;

import io.hengwei.platform.identity.IdentityAct;
import io.hengwei.platform.identity.IdentityAct.EndSession;
import io.hengwei.platform.identity.IdentityAct.EndSessions;
import io.hengwei.platform.identity.IdentityAct.ResetSecondFactor;
import io.hengwei.platform.identity.IdentityAct.Unlock;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What an administrator does about somebody's account, once somebody has consented.
@Component
class AccountPerformer implements Performer<IdentityAct> {
    private final AccountAdministration accounts;

    AccountPerformer(AccountAdministration accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Class<? extends IdentityAct>> operations() {
        return List.of(Unlock.class, ResetSecondFactor.class, EndSession.class, EndSessions.class);
    }

    @Override
    public @Nullable UUID perform(Task<IdentityAct> task) {
        var person = new UserId(task.thing());
        return switch (task.operation()) {
            case Unlock unlock -> Performer.done(() -> accounts.unlock(person));
            case ResetSecondFactor reset -> Performer.done(() -> accounts.resetSecondFactor(person));
            case EndSession end -> Performer.done(() -> accounts.endSession(person, end.session()));
            case EndSessions end -> Performer.done(() -> accounts.endSessions(person));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
