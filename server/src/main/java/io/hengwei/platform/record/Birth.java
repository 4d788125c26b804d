package io.hengwei.platform.record;

import io.hengwei.platform.shared.UserId;
import java.time.Instant;

/// What a new record gets from the kernel: identity, number, the moment, the person and the opening that is journalled.
public record Birth(RecordId id, String number, Instant at, UserId by, Operation opening) {}
