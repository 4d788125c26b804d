package io.hengwei.platform.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A rule says no; the message `refused.<reason>` says why and what would make it possible.
public class Refused extends Problem {
    private final String reason;
    private @Nullable String field;

    public Refused(String reason, Object... arguments) {
        this(HttpStatus.CONFLICT, "refused", reason, arguments);
    }

    protected Refused(HttpStatus status, String code, String reason, Object... arguments) {
        super(status, code, arguments);
        this.reason = reason;
    }

    /// The input itself is wrong (400), though each field alone looked right.
    public static Refused invalid(String reason, Object... arguments) {
        return new Refused(HttpStatus.BAD_REQUEST, "invalid", reason, arguments);
    }

    /// The field of the input that a person must change.
    public Refused at(String field) {
        this.field = field;
        return this;
    }

    public @Nullable String field() {
        return field;
    }

    public String reason() {
        return reason;
    }

    @Override
    String detailKey() {
        return "refused." + reason;
    }

    @Override
    public String getMessage() {
        return reason + " " + super.getMessage();
    }
}
