package io.hengwei.platform.notification.robot;

import io.hengwei.platform.notification.robot.RobotAct.TryRobot;
import io.hengwei.platform.record.Act;
import io.hengwei.platform.record.Operations;
import io.hengwei.platform.shared.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// Does a robot speak? Posts one message now, also with a robot that is switched off, and says what it answered.
@Service
class RobotTrial {
    private final Operations operations;
    private final RobotQueries robots;
    private final RobotSight sight;
    private final PostQueue queue;
    private final RobotCalls calls;
    private final MessageSource messages;

    RobotTrial(
            Operations operations,
            RobotQueries robots,
            RobotSight sight,
            PostQueue queue,
            RobotCalls calls,
            MessageSource messages) {
        this.operations = operations;
        this.robots = robots;
        this.sight = sight;
        this.queue = queue;
        this.calls = calls;
        this.messages = messages;
    }

    PostOutcome of(RobotId id, Locale locale) {
        var robot = robots.get(id);
        var unit = robot.unit().id();
        Scope.current().require(RobotSight.MANAGE, unit);
        var message = new RobotMessage(
                said("title", locale),
                List.of(said("line", locale, robot.name(), robot.unit().name())),
                null);
        var act = new Act(RobotSight.MANAGE, unit, RobotAdministration.KIND, id.value(), new TryRobot());
        var begun = operations.administer(act, UUID.class, () -> {
            sight.tell();
            return queue.begin(id, message);
        });
        var outcome = calls.post(id, message);
        queue.end(begun, outcome);
        return outcome;
    }

    private String said(String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage("robot.trial." + key, arguments, locale));
    }
}
