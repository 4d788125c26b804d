package io.hengwei.platform.notification.robot;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.notification.robot.RobotAct.ChangeRobot;
import io.hengwei.platform.notification.robot.RobotAct.CreateRobot;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Refused;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Stale;
import io.hengwei.platform.shared.UnitId;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Sets robots up and changes them. None is ever deleted, as journal and send log speak of it: one that is not wanted
/// is switched off. Kind and unit stay.
@Service
class RobotAdministration {
    static final String KIND = "ROBOT";

    private final Operations operations;
    private final RobotQueries robots;
    private final RobotKeys keys;
    private final Webhooks webhooks;
    private final RobotSight sight;
    private final Directory directory;
    private final JdbcClient db;

    RobotAdministration(
            Operations operations,
            RobotQueries robots,
            RobotKeys keys,
            Webhooks webhooks,
            RobotSight sight,
            Directory directory,
            JdbcClient db) {
        this.operations = operations;
        this.robots = robots;
        this.keys = keys;
        this.webhooks = webhooks;
        this.sight = sight;
        this.directory = directory;
        this.db = db;
    }

    RobotId create(String name, RobotKind kind, UnitId unit, RobotAccess access) {
        Scope.current().require(RobotSight.MANAGE, unit);
        var id = RobotId.next();
        var host = webhooks.requireSound(kind, access);
        var signed = access.secret() != null;
        var made = new CreateRobot(name.strip(), kind, unit, host, signed);
        return operations.administer(Act.making(RobotSight.MANAGE, unit, KIND, id.value(), made), RobotId.class, () -> {
            directory.requireUnit(unit);
            unlessTaken(
                    name,
                    () -> db.sql(
                                    "insert into notification.robot (id, unit, name, kind, host, signed, sealed) values (?, ?, ?, ?, ?, ?, ?)")
                            .param(id.value())
                            .param(unit.value())
                            .param(name.strip())
                            .param(kind.name())
                            .param(host)
                            .param(signed)
                            .param(keys.seal(id, access))
                            .update());
            return id;
        });
    }

    /// @param access another address with its secret; null leaves both as they are. A secret is told to the address it
    ///   was entered with and to no other
    /// @return the new version
    long change(RobotId id, long seen, String name, boolean active, @Nullable RobotAccess access) {
        var robot = robots.get(id);
        var unit = robot.unit().id();
        Scope.current().require(RobotSight.MANAGE, unit);
        var host = access == null ? null : webhooks.requireSound(robot.kind(), access);
        var signed = access == null ? null : Boolean.valueOf(access.secret() != null);
        var change = new ChangeRobot(name.strip(), active, host, signed);
        return operations.administer(
                new Act(RobotSight.MANAGE, unit, KIND, id.value(), change).seenIn(seen), Long.class, () -> {
                    sight.tell();
                    var changed = unlessTaken(
                            name,
                            () -> db.sql("""
                            update notification.robot set name = :name, active = :active, host = coalesce(:host, host), signed = coalesce(:signed, signed),
                                sealed = coalesce(:sealed, sealed), version = version + 1 where id = :id and version = :seen""")
                                    .param("name", name.strip())
                                    .param("active", active)
                                    .param("host", host)
                                    .param("signed", signed)
                                    .param("sealed", access == null ? null : keys.seal(id, access))
                                    .param("id", id.value())
                                    .param("seen", seen)
                                    .update());
                    if (changed == 0)
                        throw new Stale(Map.of("version", robots.get(id).version()));
                    return seen + 1;
                });
    }

    private static int unlessTaken(String name, IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException e) {
            throw new Refused("name-taken", name).at("name");
        }
    }
}
