package io.hengwei.platform.shared;

import org.springframework.http.HttpStatus;

/// There is no such thing, or the person may not know that there is.
public class NotFound extends Problem {
    public NotFound(Object what) {
        super(HttpStatus.NOT_FOUND, "not-found", String.valueOf(what));
    }
}
