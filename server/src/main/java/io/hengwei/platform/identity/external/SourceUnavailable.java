package io.hengwei.platform.identity.external;

import io.hengwei.platform.shared.Problem;
import org.springframework.http.HttpStatus;

/// The directory or issuer does not answer, or not as it was set up: whether the person is right is not known.
public class SourceUnavailable extends Problem {
    public SourceUnavailable(String name, Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, "source-unavailable", name);
        initCause(cause);
    }
}
