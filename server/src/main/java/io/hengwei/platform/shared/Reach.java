package io.hengwei.platform.shared;

import java.util.Set;

/// How far a right goes: everywhere, or a set of units (subtrees already expanded).
public record Reach(boolean everywhere, Set<UnitId> units) {
    public static final Reach NOWHERE = new Reach(false, Set.of());
    public static final Reach EVERYWHERE = new Reach(true, Set.of());

    public boolean covers(UnitId unit) {
        return everywhere || units.contains(unit);
    }

    public boolean isNowhere() {
        return !everywhere && units.isEmpty();
    }

    public Reach common(Reach other) {
        if (everywhere) return other;
        if (other.everywhere) return this;
        var both = new java.util.HashSet<>(units);
        both.retainAll(other.units);
        return new Reach(false, Set.copyOf(both));
    }

    public Reach and(Reach other) {
        if (everywhere || other.everywhere) return EVERYWHERE;
        if (isNowhere()) return other;
        if (other.isNowhere()) return this;
        var both = new java.util.HashSet<>(units);
        both.addAll(other.units);
        return new Reach(false, Set.copyOf(both));
    }
}
