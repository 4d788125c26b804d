package io.hengwei.platform.notification.robot;

import io.hengwei.platform.identity.Directory;
import io.hengwei.platform.shared.Bell;
import io.hengwei.platform.shared.UnitId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells chat groups what other modules have to say to them. Whom it concerns is the caller's business: everybody in
/// the group reads it.
@Service
public class Robots {
    private static final int LONGEST_KEY = 200;

    private final PostQueue queue;
    private final Directory directory;
    private final Bell bell;

    Robots(PostQueue queue, Directory directory, Bell robotBell) {
        this.queue = queue;
        this.directory = directory;
        this.bell = robotBell;
    }

    /// Whether what happens in a unit is a matter of this robot's group: it is the robot of that unit or of one above
    /// it. A rule may name another one, or one that nobody has. For the system alone.
    public boolean hearsOf(UnitId unit, RobotId robot) {
        return queue.unitOf(robot)
                .filter(directory.tree().ancestors(unit)::contains)
                .isPresent();
    }

    /// Queues a message in the caller's transaction: posted once that is committed, and never when it is taken back. A
    /// robot that is switched off posts nothing, which its send log says.
    ///
    /// @param key of what happened, in the caller's own words (`incident.escalated:<line>`): once a robot and key
    /// @return false when this was queued before
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean post(RobotId robot, String key, RobotMessage message) {
        if (key.isBlank() || key.length() > LONGEST_KEY) throw new IllegalArgumentException("No key for a message");
        var queued = queue.put(robot, key, message);
        if (queued) bell.ringAfterCommit();
        return queued;
    }
}
