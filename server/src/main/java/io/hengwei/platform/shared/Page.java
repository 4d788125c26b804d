package io.hengwei.platform.shared;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Which stretch of a list is asked for.
///
/// @param sort name of a sort the list declares, `-` before it for descending; the list's first sort when absent
/// @param after cursor that the previous stretch gave as `next`
/// @param size rows wanted, 50 when absent
public record Page(
        @Nullable @Size(max = 40) String sort,
        @Nullable @Size(max = 500) String after,
        @Nullable @Min(1) @Max(200) Integer size) {
    public static final Page FIRST = new Page(null, null, null);

    public int rows() {
        return size == null ? 50 : Math.min(size, 200);
    }
}
