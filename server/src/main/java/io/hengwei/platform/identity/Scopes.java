package io.hengwei.platform.identity;

import io.hengwei.platform.shared.GroupId;
import io.hengwei.platform.shared.Reach;
import io.hengwei.platform.shared.Scope;
import io.hengwei.platform.shared.Sight;
import io.hengwei.platform.shared.UnitId;
import io.hengwei.platform.shared.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns grants into a scope: each role into its permissions, each subtree into its units. The same grants over the
/// same tree give the same rights, so they are worked out once.
@Component
class Scopes {
    /// Reading rights over people and over things that stand in no unit let nobody see a record.
    private static final Set<String> NO_RECORDS = Set.of(
            "person:read",
            "setting:read",
            "calendar:read",
            "alert:read",
            "audit:read",
            "backup:read",
            "robot:read",
            "account-request:read",
            "account-review:read",
            "log-review:read");

    private static final int KEPT = 1_000;

    /// Columns of a `Holder`, for a query over `identity.person_card p` at the instant `:at`.
    static final String COLUMNS = """
        p.id as person, p.unit, (select t.version from identity.unit_tree t) as tree, (select b.version from identity.role_book b) as book,
        array(select g.role || ' ' || g.unit from identity.held_grant g where g.person = p.id and g.during @> cast(:at as timestamptz) order by g.id, g.delegation) as held,
        array(select m.maintenance_group from identity.group_member m where m.person = p.id) as groups""";

    /// A person with what was granted, also by standing in for somebody.
    ///
    /// @param held code of the role and id of the unit, with a space between them
    record Holder(UserId person, UnitId unit, long tree, long book, List<String> held, List<UUID> groups) {}

    private record Key(UnitId unit, List<String> held) {}

    private record Rights(Sight sight, Map<String, Reach> permissions) {}

    private record Known(long tree, long book, ConcurrentHashMap<Key, Rights> rights) {}

    private final Roles roles;
    private final UnitTrees trees;
    private volatile Known known = new Known(0, 0, new ConcurrentHashMap<>());

    Scopes(Roles roles, UnitTrees trees) {
        this.roles = roles;
        this.trees = trees;
    }

    Scope of(Holder holder, @Nullable Set<String> narrowed) {
        var rights = rights(holder);
        var groups = holder.groups().stream().map(GroupId::new).collect(Collectors.toSet());
        var sight = narrowed == null ? rights.sight() : sight(rights.permissions(), narrowed::contains);
        return new Scope(holder.person(), sight, groups, rights.permissions(), false, narrowed);
    }

    private Rights rights(Holder holder) {
        var now = known;
        if (now.tree() != holder.tree()
                || now.book() != holder.book()
                || now.rights().size() > KEPT)
            known = now = new Known(holder.tree(), holder.book(), new ConcurrentHashMap<>());
        return now.rights()
                .computeIfAbsent(
                        new Key(holder.unit(), holder.held()),
                        key -> workOut(key, trees.at(holder.tree()), roles.at(holder.book())));
    }

    private Rights workOut(Key key, UnitTree tree, RoleBook book) {
        var permissions = new HashMap<String, Reach>();
        var own = new Reach(false, Set.of(key.unit()));
        book.of(Roles.USER).forEach(permission -> permissions.put(permission, own));
        for (var each : key.held()) {
            int space = each.indexOf(' ');
            var reach = tree.reach(new UnitId(UUID.fromString(each.substring(space + 1))));
            for (var permission : book.of(each.substring(0, space))) permissions.merge(permission, reach, Reach::and);
        }
        return new Rights(sight(permissions, permission -> true), Map.copyOf(permissions));
    }

    private Sight sight(Map<String, Reach> permissions, Predicate<String> admitted) {
        var anywhere = permissions.entrySet().stream()
                .filter(e ->
                        e.getKey().endsWith(":read") && admitted.test(e.getKey()) && !NO_RECORDS.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Reach.NOWHERE, Reach::and);
        var kinds = new HashMap<String, Reach>();
        roles.reading()
                .forEach((kind, permission) -> kinds.put(
                        kind,
                        admitted.test(permission)
                                ? permissions.getOrDefault(permission, Reach.NOWHERE)
                                : Reach.NOWHERE));
        return Sight.of(anywhere, kinds);
    }
}
