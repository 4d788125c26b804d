package io.hengwei.platform.approval;

import java.time.Duration;

/// What a consent must know of people and figures while a command is applied.
///
/// @param release how long what was released may be carried out
/// @param pause between two urgings
record Asking(Approvers approvers, Duration release, Duration pause) {}
