package io.hengwei.platform.identity;

import io.hengwei.platform.record.Permissions;
import io.hengwei.platform.record.RecordType;
import io.hengwei.platform.shared.Refused;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Every permission that kinds of records and modules declare, and what a role of each administration may carry at all.
/// Business carries nothing that is an administration's own; an administration carries its own and little else. No
/// pattern gets round this, so no role mixes what must be apart.
@Component
class PermissionRules {
    private final Set<String> known = new TreeSet<>();
    private final Map<String, String> reading;
    private final Map<Administration, Predicate<String>> admitted = new EnumMap<>(Administration.class);

    PermissionRules(List<RecordType<?, ?, ?>> kinds, List<Permissions> modules, ShippedRoles shipped) {
        kinds.forEach(kind -> known.addAll(kind.permissions()));
        modules.forEach(module -> known.addAll(module.names()));
        reading = kinds.stream().collect(Collectors.toMap(RecordType::kind, kind -> kind.permission("read")));
        var own = shipped.administrations().values().stream()
                .map(admission -> new Patterns(admission.own()))
                .toList();
        admitted.put(Administration.NONE, permission -> own.stream().noneMatch(p -> p.gives(permission)));
        shipped.administrations().forEach((administration, admission) -> {
            var its = new Patterns(admission.own());
            var besides = new Patterns(admission.besides());
            admitted.put(administration, permission -> its.gives(permission) || besides.gives(permission));
        });
    }

    Set<String> known() {
        return known;
    }

    /// Every kind of record with the permission to read it.
    Map<String, String> reading() {
        return reading;
    }

    boolean admits(Administration administration, String permission) {
        return admitted.getOrDefault(administration, ignored -> false).test(permission);
    }

    /// What a role of this administration gets from its patterns.
    Set<String> given(Administration administration, Collection<String> patterns) {
        return new Patterns(List.copyOf(patterns))
                .of(known).stream()
                        .filter(permission -> admits(administration, permission))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What these patterns ask for by name that such a role must not carry.
    Set<String> inadmissible(Administration administration, Collection<String> patterns) {
        var asked = new Patterns(List.copyOf(patterns));
        return known.stream()
                .filter(permission -> asked.name(permission) && !admits(administration, permission))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Patterns that fit no permission there is.
    List<String> unknown(Collection<String> patterns) {
        return patterns.stream()
                .filter(pattern -> !pattern.matches(Patterns.FORM)
                        || known.stream().noneMatch(permission -> Patterns.matches(pattern, permission)))
                .toList();
    }

    void requireKnown(String permission) {
        if (!known.contains(permission)) throw Refused.invalid("unknown-permission", permission);
    }
}
