package io.hengwei.operations.monitoring;

import io.hengwei.platform.shared.Problem;
import org.springframework.http.HttpStatus;

class TooLarge extends Problem {
    TooLarge(int largest) {
        super(HttpStatus.CONTENT_TOO_LARGE, "too-large", largest);
    }
}
