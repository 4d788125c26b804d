package io.hengwei.platform.notification.robot;

import io.hengwei.platform.record.Operation;
import io.hengwei.platform.record.RepeatedByMaker;
import io.hengwei.platform.record.Unheld;
import io.hengwei.platform.shared.UnitId;
import org.jspecify.annotations.Nullable;

/// What is done to robots, as the journal keeps it. Of where one is reached it knows the host alone, of what signs its
/// messages only whether there is something.
public sealed interface RobotAct extends Operation {
    record CreateRobot(String name, RobotKind kind, UnitId unit, String host, boolean signed)
            implements RobotAct, RepeatedByMaker {}

    /// @param active false: it is told nothing any more
    /// @param host where it is reached from now on; null where nothing changes in that
    /// @param signed whether messages are signed from now on; null where nothing changes in that
    record ChangeRobot(
            String name,
            boolean active,
            @Nullable String host,
            @Nullable Boolean signed) implements RobotAct, RepeatedByMaker {
        @Override
        public boolean repeated() {
            return host != null;
        }
    }

    /// Somebody had it post a message to see whether it works.
    record TryRobot() implements RobotAct, Unheld {}
}
