package io.hengwei.platform.calendar;

import io.hengwei.platform.calendar.CalendarVersions.Head;
import io.hengwei.platform.calendar.CalendarVersions.Version;
import io.hengwei.platform.shared.NotFound;
import io.hengwei.platform.shared.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What follows when a calendar gets a new version: the calendars that stand on it, directly or through others, get one
/// too, from the same instant on, and once more for every version that is laid down for later. Writes nothing.
final class Publication {
    private static final int DEEPEST = 8;

    private final CalendarVersions versions;
    private final List<Head> heads;
    private final List<Version> added = new ArrayList<>();

    Publication(CalendarVersions versions) {
        this.versions = versions;
        this.heads = new ArrayList<>(versions.heads());
    }

    /// @param from when it comes into force; the first version of a calendar has always been in force
    void publish(String id, String name, CalendarLayer layer, String source, boolean shipped, Instant from) {
        requireNoLoop(id, layer.base());
        var first = heads.stream().noneMatch(head -> head.id().equals(id));
        add(id, name, layer, source, shipped, first ? Instant.EPOCH : from, from);
        follow(id, from, new HashSet<>());
    }

    /// The new versions, those on which others stand first.
    List<Version> added() {
        return added;
    }

    Collection<Head> heads() {
        return heads;
    }

    CalendarDefinition definition(Head head) {
        return fresh(head)
                .map(Version::definition)
                .or(() -> versions.definition(head.id(), head.version()))
                .orElseThrow(() -> new NotFound(head.id()));
    }

    private CalendarLayer layer(Head head) {
        return fresh(head)
                .map(Version::layer)
                .or(() -> versions.layer(head.id(), head.version()))
                .orElseThrow(() -> new NotFound(head.id()));
    }

    private Optional<Version> fresh(Head head) {
        return added.stream().filter(version -> version.head().equals(head)).findFirst();
    }

    private void requireNoLoop(String id, @Nullable String base) {
        var under = base;
        for (int depth = 0; under != null; depth++) {
            if (under.equals(id) || depth == DEEPEST)
                throw Refused.invalid("calendar-loop", DEEPEST).at("base");
            var name = under;
            under = heads.stream()
                    .filter(head -> head.id().equals(name))
                    .reduce((ignored, later) -> later)
                    .map(Head::base)
                    .orElse(null);
        }
    }

    private void add(
            String id, String name, CalendarLayer layer, String source, boolean shipped, Instant from, Instant at) {
        var base = layer.base() == null ? null : base(layer.base(), at);
        int version =
                1 + (int) heads.stream().filter(head -> head.id().equals(id)).count();
        var head =
                new Head(id, version, name, source, shipped, layer.base(), base == null ? null : base.version(), from);
        var definition = layer.over(base == null ? null : definition(base));
        heads.add(head);
        added.add(new Version(head, layer, definition));
    }

    private Head base(String id, Instant at) {
        return Head.inForce(heads, id, at)
                .orElseThrow(() -> Refused.invalid("calendar-base", id).at("base"));
    }

    /// The calendar stands on what holds under it, now and at every later turn; so do those that stand on it. A later
    /// turn that would now be covered by the version of an earlier one is taken once more.
    private void follow(String id, Instant from, Set<String> under) {
        if (!under.add(id)) return;
        var before = List.copyOf(heads);
        for (var turn : turns(id, from))
            Head.inForce(before, id, turn).ifPresent(head -> {
                var base = head.base() == null ? null : base(head.base(), turn);
                boolean moved = base != null && !Integer.valueOf(base.version()).equals(head.baseVersion());
                boolean covered =
                        Head.inForce(heads, id, turn).filter(head::equals).isEmpty();
                var source = moved ? Objects.requireNonNull(base).source() : head.source();
                if (moved || covered) add(id, head.name(), layer(head), source, head.shipped(), turn, turn);
            });
        for (var child : children(id, from)) follow(child, from, under);
        under.remove(id);
    }

    private Collection<Instant> turns(String id, Instant from) {
        var own = heads.stream().filter(head -> head.id().equals(id)).toList();
        var bases = own.stream().map(Head::base).toList();
        var turns = new TreeSet<Instant>();
        turns.add(from);
        Stream.concat(own.stream(), heads.stream().filter(head -> bases.contains(head.id())))
                .map(Head::effectiveFrom)
                .filter(turn -> turn.isAfter(from))
                .forEach(turns::add);
        return turns;
    }

    /// The calendars that stand on this one at this instant or at a later turn of theirs.
    private List<String> children(String id, Instant from) {
        return heads.stream()
                .map(Head::id)
                .distinct()
                .filter(each -> turns(each, from).stream()
                        .flatMap(turn -> Head.inForce(heads, each, turn).stream())
                        .anyMatch(head -> id.equals(head.base())))
                .toList();
    }
}
