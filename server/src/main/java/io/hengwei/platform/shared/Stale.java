package io.hengwei.platform.shared;

import org.springframework.http.HttpStatus;

/// Somebody changed the thing since the person saw it; `current` is how it stands now.
public class Stale extends Problem {
    private final transient Object current;

    public Stale(Object current) {
        super(HttpStatus.PRECONDITION_FAILED, "stale");
        this.current = current;
    }

    public Object current() {
        return current;
    }
}
