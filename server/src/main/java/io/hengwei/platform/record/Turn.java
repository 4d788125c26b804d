package io.hengwei.platform.record;

/// Who is to act next in a state: "my work" is made of it.
public enum Turn {
    DESK,
    HANDLER,
    REQUESTER,
    APPROVER,
    NONE
}
