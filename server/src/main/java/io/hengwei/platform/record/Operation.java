package io.hengwei.platform.record;

/// Any act that changes something: a command on a record, or an administrative act. Serialised as it is into the
/// journal, so it carries only what the person supplied.
public interface Operation {
    /// The name under which journal, permission and form know it: that of its class. (Not `name`: many acts have a
    /// field of that name.)
    default String commandName() {
        return getClass().getSimpleName();
    }
}
