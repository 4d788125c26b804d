package io.hengwei.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A maintenance group.
public record GroupId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GroupId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
