package io.hengwei.process.incident;

/// What a record waits for.
public enum WaitReason {
    REQUESTER,
    VENDOR,
    SPARE_PART,
    WINDOW,
    OTHER
}
