package io.hengwei.platform.notification.robot;

import io.hengwei.platform.shared.Bell;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Tells chat groups what other modules have to say to them. Whom it concerns is the caller's business: everybody in
/// the group reads it.
@Service
public class Robots {
    private static final int LONGEST_KEY = 200;

    private final PostQueue queue;
    private final Bell bell;

    Robots(PostQueue queue, Bell robotBell) {
        this.queue = queue;
        this.bell = robotBell;
    }

    /// Whether there is such a robot: a rule may name one that nobody has. For the system alone.
    public boolean isThere(RobotId robot) {
        return queue.knows(robot);
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
