package io.hengwei.platform.notification.robot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.TypedId;
import java.util.UUID;

/// A robot of a chat group.
public record RobotId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RobotId {}

    static RobotId next() {
        return new RobotId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
