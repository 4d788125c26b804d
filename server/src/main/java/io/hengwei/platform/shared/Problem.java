package io.hengwei.platform.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What went wrong, in a form that `Problems` turns into an RFC 9457 answer in the person's language: the title is the
/// message `problem.<code>`, the detail `problem.<code>.detail` or, for a `Refused`, `refused.<reason>`.
public abstract class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final List<Object> arguments;

    protected Problem(HttpStatus status, String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    /// The id of what the answer is about, for whoever goes on from there; null where there is none.
    public java.util.@Nullable UUID about() {
        return null;
    }

    Object[] arguments() {
        return arguments.toArray();
    }

    String detailKey() {
        return "problem." + code + ".detail";
    }
}
