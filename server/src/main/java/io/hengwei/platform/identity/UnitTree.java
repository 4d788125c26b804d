package io.hengwei.platform.identity;

import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All units as they stood at one version of the tree.
public final class UnitTree {
    private final long version;
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<UnitId, List<UnitId>> children = new HashMap<>();

    UnitTree(long version, Collection<Unit> all) {
        this.version = version;
        for (var unit : all) {
            units.put(unit.id(), unit);
            if (unit.parent() != null)
                children.computeIfAbsent(unit.parent(), ignored -> new ArrayList<>())
                        .add(unit.id());
        }
    }

    long version() {
        return version;
    }

    public Collection<Unit> all() {
        return units.values();
    }

    public @Nullable Unit find(UnitId id) {
        return units.get(id);
    }

    public Unit get(UnitId id) {
        var unit = units.get(id);
        if (unit == null) throw new NotFound(id);
        return unit;
    }

    public @Nullable Unit root() {
        return units.values().stream()
                .filter(u -> u.parent() == null)
                .findFirst()
                .orElse(null);
    }

    /// The unit and everything below it.
    public Set<UnitId> subtree(UnitId top) {
        var found = new LinkedHashSet<UnitId>();
        var open = new ArrayList<>(List.of(top));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (found.add(next)) open.addAll(children.getOrDefault(next, List.of()));
        }
        return found;
    }

    /// The unit itself first, the root last.
    public List<UnitId> ancestors(UnitId unit) {
        var line = new ArrayList<UnitId>();
        for (var at = units.get(unit); at != null; at = at.parent() == null ? null : units.get(at.parent()))
            line.add(at.id());
        return line;
    }

    /// The names from the root down: `总部 / 华东分公司 / 信息部`.
    public String path(UnitId unit) {
        return ancestors(unit).reversed().stream().map(id -> get(id).name()).collect(Collectors.joining(" / "));
    }

    /// How far a grant over this subtree goes: over the root it goes everywhere.
    Reach reach(UnitId top) {
        var unit = units.get(top);
        if (unit == null) return Reach.NOWHERE;
        return unit.parent() == null ? Reach.EVERYWHERE : new Reach(false, subtree(top));
    }
}
