package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.*;
import io.hengwei.platform.record.Performer;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Acts on units, groups and grants that waited for consent.
@Component
class IdentityPerformer implements Performer<IdentityAct> {
    private final UnitAdministration units;
    private final GroupAdministration groups;
    private final GrantAdministration grants;

    IdentityPerformer(UnitAdministration units, GroupAdministration groups, GrantAdministration grants) {
        this.units = units;
        this.groups = groups;
        this.grants = grants;
    }

    @Override
    public List<Class<? extends IdentityAct>> operations() {
        return List.of(
                CreateUnit.class,
                ChangeUnit.class,
                CreateGroup.class,
                ChangeGroup.class,
                AddMember.class,
                RemoveMember.class,
                Grant.class,
                Revoke.class);
    }

    @Override
    public @Nullable UUID perform(Task<IdentityAct> task) {
        return switch (task.operation()) {
            case CreateUnit unit -> units.create(unit).value();
            case CreateGroup group -> groups.create(group).value();
            case Grant grant -> grants.grant(new UserId(task.thing()), grant);
            case ChangeUnit change -> Performer.done(() -> units.change(new UnitId(task.thing()), change));
            case ChangeGroup change -> Performer.done(() -> groups.change(new GroupId(task.thing()), change));
            case AddMember add -> Performer.done(() -> groups.addMember(new GroupId(task.thing()), add.person()));
            case RemoveMember gone ->
                Performer.done(() -> groups.removeMember(new GroupId(task.thing()), gone.person()));
            case Revoke revoke -> Performer.done(() -> grants.revoke(new UserId(task.thing()), revoke.grant()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }
}
