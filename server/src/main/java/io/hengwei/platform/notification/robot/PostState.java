package io.hengwei.platform.notification.robot;

/// How a message for a robot stands.
enum PostState {
    QUEUED,
    SENT,
    FAILED,
    NOT_SENT
}
