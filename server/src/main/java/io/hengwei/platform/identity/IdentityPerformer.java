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

/// Acts on units, groups and grants that waited for consent. What comes with a password or was seen in a version is
/// repeated by whoever proposed it.
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
            case Grant grant -> grants.grant(new UserId(subject(task)), grant);
            case ChangeUnit change -> done(() -> units.change(new UnitId(subject(task)), change));
            case ChangeGroup change -> done(() -> groups.change(new GroupId(subject(task)), change));
            case AddMember add -> done(() -> groups.addMember(new GroupId(subject(task)), add.person()));
            case RemoveMember gone -> done(() -> groups.removeMember(new GroupId(subject(task)), gone.person()));
            case Revoke revoke -> done(() -> grants.revoke(new UserId(subject(task)), revoke.grant()));
            default -> throw new NotFound(task.operation().commandName());
        };
    }

    private static @Nullable UUID done(Runnable act) {
        act.run();
        return null;
    }

    private static UUID subject(Task<?> task) {
        if (task.subject() == null) throw new NotFound(task.operation());
        return task.subject();
    }
}
