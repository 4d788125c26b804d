package io.hengwei.platform.identity;

import io.hengwei.platform.identity.IdentityAct.AddMember;
import io.hengwei.platform.identity.IdentityAct.ChangeGroup;
import io.hengwei.platform.identity.IdentityAct.CreateGroup;
import io.hengwei.platform.identity.IdentityAct.RemoveMember;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.SqlValues;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Maintenance groups and their members.
@Service
public class GroupAdministration {
    private static final String PERMISSION = "group:manage";
    private static final String KIND = "GROUP";

    private final Operations operations;
    private final Directory directory;
    private final JdbcClient db;
    private final Clock clock;

    GroupAdministration(Operations operations, Directory directory, JdbcClient db, Clock clock) {
        this.operations = operations;
        this.directory = directory;
        this.db = db;
        this.clock = clock;
    }

    public GroupId create(CreateGroup group) {
        var id = new GroupId(Ids.next());
        return operations.administer(
                Act.making(PERMISSION, group.unit(), KIND, id.value(), group), GroupId.class, () -> {
                    directory.requireUnit(group.unit());
                    requireTrack(group.line(), group.track());
                    unlessTaken(
                            group.name(),
                            () -> db.sql(
                                            "insert into identity.group_card (id, name, unit, line, track) values (?, ?, ?, ?, ?)")
                                    .param(id.value())
                                    .param(group.name().strip())
                                    .param(group.unit().value())
                                    .param(group.line())
                                    .param(
                                            group.track() == null
                                                    ? null
                                                    : group.track().name())
                                    .update());
                    return id;
                });
    }

    /// A group that is known by its name alone, as an import meets it.
    public GroupId create(String name, UnitId unit, int line) {
        return create(new CreateGroup(name, unit, line, null));
    }

    public GroupId change(GroupId id, ChangeGroup change) {
        return operations.administer(
                new Act(PERMISSION, directory.unitOf(id), KIND, id.value(), change), GroupId.class, () -> {
                    requireTrack(change.line(), change.track());
                    unlessTaken(
                            change.name(),
                            () -> db.sql(
                                            "update identity.group_card set name = ?, line = ?, track = ?, version = version + 1 where id = ?")
                                    .param(change.name().strip())
                                    .param(change.line())
                                    .param(
                                            change.track() == null
                                                    ? null
                                                    : change.track().name())
                                    .param(id.value())
                                    .update());
                    return id;
                });
    }

    public void addMember(GroupId id, UserId person) {
        operations.administer(
                new Act(PERMISSION, directory.unitOf(id), KIND, id.value(), new AddMember(person)),
                Boolean.class,
                () -> {
                    directory.requirePerson(person);
                    db.sql(
                                    "insert into identity.group_member (maintenance_group, person, since) values (?, ?, ?) on conflict do nothing")
                            .param(id.value())
                            .param(person.value())
                            .param(SqlValues.of(clock.instant()))
                            .update();
                    return true;
                });
    }

    public void removeMember(GroupId id, UserId person) {
        operations.administer(
                new Act(PERMISSION, directory.unitOf(id), KIND, id.value(), new RemoveMember(person)),
                Boolean.class,
                () -> {
                    db.sql("delete from identity.group_member where maintenance_group = ? and person = ?")
                            .param(id.value())
                            .param(person.value())
                            .update();
                    return true;
                });
    }

    private static void requireTrack(int line, @Nullable Track track) {
        if ((line == 2) != (track != null))
            throw Refused.invalid("track-of-second-line").at("track");
    }

    private static void unlessTaken(String name, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            throw new Refused("name-taken", name).at("name");
        }
    }
}
