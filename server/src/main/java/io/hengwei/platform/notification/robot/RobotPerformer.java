package io.hengwei.platform.notification.robot;

import io.hengwei.platform.notification.robot.RobotAct.ChangeRobot;
import io.hengwei.platform.record.Performer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Changes that waited for consent, and came without an address.
@Component
class RobotPerformer implements Performer<ChangeRobot> {
    private final RobotAdministration robots;

    RobotPerformer(RobotAdministration robots) {
        this.robots = robots;
    }

    @Override
    public List<Class<? extends ChangeRobot>> operations() {
        return List.of(ChangeRobot.class);
    }

    @Override
    public @Nullable UUID perform(Task<ChangeRobot> task) {
        var change = task.operation();
        return Performer.done(() ->
                robots.change(new RobotId(task.thing()), task.seenVersion(), change.name(), change.active(), null));
    }
}
