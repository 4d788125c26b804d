package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.*;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Acts on people and accounts, and on what all of them agree to, that waited for consent; without a password, which is
/// never kept.
@Component
class PeoplePerformer implements Performer<IdentityAct> {
    private final PersonAdministration people;
    private final Accounts accounts;
    private final TokenAdministration tokens;
    private final ConductRules conduct;

    PeoplePerformer(PersonAdministration people, Accounts accounts, TokenAdministration tokens, ConductRules conduct) {
        this.people = people;
        this.accounts = accounts;
        this.tokens = tokens;
        this.conduct = conduct;
    }

    @Override
    public List<Class<? extends IdentityAct>> operations() {
        return List.of(
                CreatePerson.class,
                ChangePerson.class,
                SetAccount.class,
                CloseAccount.class,
                RevokeToken.class,
                PublishConduct.class);
    }

    @Override
    public @Nullable UUID perform(Task<IdentityAct> task) {
        return switch (task.operation()) {
            case CreatePerson person -> people.create(person, null).value();
            case ChangePerson change ->
                Performer.done(() -> people.change(new UserId(task.thing()), task.seenVersion(), change, null));
            case SetAccount account -> Performer.done(() -> accounts.set(new UserId(task.thing()), account));
            case CloseAccount close -> Performer.done(() -> accounts.close(new UserId(task.thing()), close));
            case RevokeToken revoke -> Performer.done(() -> tokens.revoke(new UserId(task.thing()), revoke.token()));
            case PublishConduct text -> Performer.done(() -> conduct.publish(text.textZh(), text.textEn()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
