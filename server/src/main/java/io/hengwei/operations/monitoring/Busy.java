package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Problem;
import org.springframework.http.HttpStatus;

/// 503: senders try again after it, as they would not after a 429.
class Busy extends Problem {
    Busy() {
        super(HttpStatus.SERVICE_UNAVAILABLE, "busy");
    }
}
