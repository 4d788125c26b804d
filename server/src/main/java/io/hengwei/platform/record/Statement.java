package io.hengwei.platform.record;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One SQL statement with positional parameters, to travel with others in one round trip.
public record Statement(String sql, List<@Nullable Object> parameters) {
    public static Statement of(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Arrays.asList(parameters));
    }
}
