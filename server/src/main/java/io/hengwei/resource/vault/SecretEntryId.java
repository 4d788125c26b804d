package io.hengwei.resource.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.hengwei.platform.shared.TypedId;
import java.util.UUID;

/// An entry of the vault (保密口令).
public record SecretEntryId(@JsonValue UUID value) implements TypedId {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SecretEntryId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
