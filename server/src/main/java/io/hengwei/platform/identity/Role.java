package io.hengwei.platform.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A role as it stands now, shipped by the product or made by the security administrator.
///
/// @param section of the catalogue in which the rules name it; null for one's own
/// @param clause where the rules say so
/// @param patterns of permissions: `incident:*`, `*:read`; `!incident:regrade` takes away
/// @param fixed can be renamed but neither recombined nor switched off
/// @param active whether it can be granted
public record Role(
        String code,
        String nameZh,
        String nameEn,
        @Nullable String section,
        String dutiesZh,
        String dutiesEn,
        String clause,
        List<String> patterns,
        Administration administration,
        boolean shipped,
        boolean fixed,
        boolean active,
        long version) {}
