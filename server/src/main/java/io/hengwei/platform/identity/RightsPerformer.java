package io.hengwei.platform.identity;

import io.hengwei.platform.identity.RightsAct.*;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Roles and standing in that waited for consent. A role is changed in the version in which its maker saw it, or not at
/// all.
@Component
class RightsPerformer implements Performer<RightsAct> {
    private final RoleAdministration roles;
    private final Roles known;
    private final Delegations delegations;

    RightsPerformer(RoleAdministration roles, Roles known, Delegations delegations) {
        this.roles = roles;
        this.known = known;
        this.delegations = delegations;
    }

    @Override
    public List<Class<? extends RightsAct>> operations() {
        return List.of(CreateRole.class, ChangeRole.class, Delegate.class, EndDelegation.class);
    }

    @Override
    public @Nullable UUID perform(Task<RightsAct> task) {
        return switch (task.operation()) {
            case CreateRole role -> RoleShipment.subject(roles.create(role));
            case ChangeRole change -> Performer.done(() -> roles.change(code(task), task.seenVersion(), change));
            case Delegate wish -> delegations.delegate(new UserId(task.thing()), wish);
            case EndDelegation end -> Performer.done(() -> delegations.end(new UserId(task.thing()), end.delegation()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }

    /// A role is known to the journal by an id made of its code.
    private String code(Task<RightsAct> task) {
        return known.list().stream()
                .map(Role::code)
                .filter(code -> RoleShipment.subject(code).equals(task.thing()))
                .findFirst()
                .orElseThrow(() -> new NotFound(task.thing()));
    }
}
