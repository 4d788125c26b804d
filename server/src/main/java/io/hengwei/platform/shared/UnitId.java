package io.hengwei.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A unit of the organisation: headquarters, branch, department.
public record UnitId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
