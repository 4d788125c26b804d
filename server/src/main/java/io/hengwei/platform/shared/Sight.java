package io.hengwei.platform.shared;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a person may read, as row-level security is told it.
///
/// @param anywhere the units of which anything may be read at all: the net over what is no record
/// @param records the units whose records may be read, of whatever kind
/// @param kinds the kinds that are read everywhere, where not every kind is
/// @param some the further units in which only some kinds are read: `INCIDENT:<unit>`
public record Sight(Reach anywhere, Reach records, Set<String> kinds, Set<String> some) {
    public static final Sight NOTHING = of(Reach.NOWHERE);
    public static final Sight EVERYTHING = of(Reach.EVERYWHERE);

    /// The same of whatever kind.
    public static Sight of(Reach reach) {
        return new Sight(reach, reach, Set.of(), Set.of());
    }

    /// @param anywhere where anything at all may be read
    /// @param kinds how far each kind of record may be read
    public static Sight of(Reach anywhere, Map<String, Reach> kinds) {
        var records = kinds.values().stream().reduce(Reach.EVERYWHERE, Reach::common);
        if (records.everywhere()) return new Sight(anywhere, records, Set.of(), Set.of());
        var everywhere = new TreeSet<String>();
        var some = new TreeSet<String>();
        kinds.forEach((kind, reach) -> {
            if (reach.everywhere()) everywhere.add(kind);
            for (var unit : reach.units()) if (!records.covers(unit)) some.add(kind + ":" + unit);
        });
        return new Sight(anywhere, records, everywhere, some);
    }

    /// `on` or `off`.
    public String all() {
        return anywhere.everywhere() ? "on" : "off";
    }

    String units() {
        return array(anywhere.units());
    }

    /// `on`, or an array of units.
    public String ofRecords() {
        return records.everywhere() ? "on" : array(records.units());
    }

    static String array(Collection<?> values) {
        return values.isEmpty() ? "" : values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
