package io.hengwei.resource.cmdb;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hengwei.platform.shared.TypedId;
import java.util.UUID;

/// A system (业务系统).
public record SystemId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SystemId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
