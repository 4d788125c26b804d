package io.hengwei.platform.record;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hengwei.platform.shared.Ids;
import io.hengwei.platform.shared.TypedId;
import java.util.UUID;

/// A record of any kind.
public record RecordId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordId {}

    public static RecordId next() {
        return new RecordId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
