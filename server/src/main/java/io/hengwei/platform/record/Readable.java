package io.hengwei.platform.record;

import io.hengwei.platform.shared.Reach;
import java.util.List;
import java.util.stream.Collectors;

/// Where the present person may read records, as an indexed condition on cards: what lists over all kinds name, one of
/// these for each reach. Nearly everybody has one, because nearly everybody reads all kinds in the same units.
///
/// @param kinds that are read so far; null where it is every kind
public record Readable(
        Reach reach, @org.jspecify.annotations.Nullable List<String> kinds) {
    /// @param units the name of the parameter that will hold the units
    public String condition(String card, String units) {
        var inReach = reach.everywhere() ? "true" : card + ".unit = any(:" + units + ")";
        if (kinds == null) return inReach;
        var names = kinds.stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "));
        return "(" + inReach + " and " + card + ".kind in (" + names + "))";
    }
}
