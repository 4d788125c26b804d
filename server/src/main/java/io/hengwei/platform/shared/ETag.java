package io.hengwei.platform.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// The version of a thing as HTTP speaks of it: `"7"` in `ETag` and `If-Match`.
public final class ETag {
    private ETag() {}

    /// The version the person saw; 428 when the header is missing, 400 when it is no version.
    public static long seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) throw new PreconditionRequired();
        var digits = ifMatch.replace("W/", "").replace("\"", "").strip();
        if (!digits.matches("\\d{1,18}")) throw Refused.invalid("etag", ifMatch);
        return Long.parseLong(digits);
    }

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    private static final class PreconditionRequired extends Problem {
        PreconditionRequired() {
            super(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
    }
}
