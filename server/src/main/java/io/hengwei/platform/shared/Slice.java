package io.hengwei.platform.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One stretch of a list. `next` is the cursor of the following stretch, `count` how many there are in all: counted up
/// to a cap (`capped` says that there are more) and only with the first stretch.
public record Slice<T>(
        List<T> rows, @Nullable String next, @Nullable Integer count, boolean capped) {
    public static <T> Slice<T> of(List<T> all) {
        return new Slice<>(all, null, all.size(), false);
    }

    public <R> Slice<R> map(Function<T, R> by) {
        return new Slice<>(rows.stream().map(by).toList(), next, count, capped);
    }
}
